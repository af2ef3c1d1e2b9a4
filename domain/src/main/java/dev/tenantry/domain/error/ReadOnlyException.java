package dev.tenantry.domain.error;

import java.util.Optional;

/** The operator lets the storage be read only for now. What was asked was not done. */
public final class ReadOnlyException extends UnavailableException {

    private static final long serialVersionUID = 1L;
    private static final String DETAIL = "The storage is read-only for now; nothing was changed.";

    public ReadOnlyException() {
        super(DETAIL, DETAIL, Optional.empty());
    }
}

package dev.tenantry.domain.error;

import java.util.Optional;

/** What the caller asked for cannot be done as it asked; the caller can find out why from the detail. */
public final class RejectedException extends DomainException {

    private static final long serialVersionUID = 1L;

    /**
     * @param code why, in a word
     * @param detail why, in a sentence that may be shown
     */
    public RejectedException(ErrorCode code, String detail) {
        super(code, detail, detail, Optional.empty());
    }
}

package dev.tenantry.domain.error;

import java.util.Optional;

/** A migration to another region cannot be done, and trying again would not mend it. */
public final class MigrationRefusedException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final MigrationError error;

    /**
     * @param error why, as the protocol tells it
     * @param detail why, in a sentence that may be shown
     */
    public MigrationRefusedException(MigrationError error, String detail) {
        super(error.code(), detail, error.responseCode() + ": " + detail, Optional.empty());
        this.error = error;
    }

    /** Returns why, as the protocol tells it. */
    public MigrationError error() {
        return error;
    }
}

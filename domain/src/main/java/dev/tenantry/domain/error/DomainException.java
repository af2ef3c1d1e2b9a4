package dev.tenantry.domain.error;

import java.util.Optional;

/**
 * A failure that the domain foresees.
 *
 * <p>{@link #code} and {@link #detail} are public: they name no secret and nothing of our insides. {@link #getMessage}
 * may say more and is for the log.
 */
public abstract sealed class DomainException extends RuntimeException
        permits MigrationRefusedException,
                RejectedException,
                SchemaViolationException,
                UnauthenticatedException,
                UnavailableException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String detail;

    DomainException(ErrorCode code, String detail, String logMessage, Optional<Throwable> cause) {
        super(logMessage, cause.orElse(null));
        this.code = code;
        this.detail = detail;
    }

    /** Returns the kind of failure. */
    public final ErrorCode code() {
        return code;
    }

    /** Returns one sentence that may be shown to the caller. */
    public final String detail() {
        return detail;
    }
}

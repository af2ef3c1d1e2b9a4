package dev.tenantry.domain.error;

import java.util.Optional;

/** Something that we depend on cannot do its part now; the same request may succeed later, and nothing is half done. */
public abstract sealed class UnavailableException extends DomainException
        permits StorageException, HostUnavailableException, ReadOnlyException {

    private static final long serialVersionUID = 1L;

    UnavailableException(String detail, String logMessage, Optional<Throwable> cause) {
        super(ErrorCode.UNAVAILABLE, detail, logMessage, cause);
    }
}

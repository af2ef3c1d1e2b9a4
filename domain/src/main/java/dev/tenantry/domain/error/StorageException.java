package dev.tenantry.domain.error;

import java.util.Optional;

/**
 * The backend failed, cannot be reached or did not answer in time. A write that fails so may or may not have happened.
 *
 * <p>The one exception into which a store adapter translates its driver's.
 */
public final class StorageException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    /**
     * @param doing what the adapter was doing, such as {@code "find a tenant"}
     * @param cause the driver's exception
     */
    public StorageException(String doing, Throwable cause) {
        super("The storage is out of reach.", "cannot " + doing + ": " + cause, Optional.of(cause));
    }

    /** @param problem what is wrong with the backend, in a sentence fit for an operator */
    public StorageException(String problem) {
        super("The storage is out of reach.", problem, Optional.empty());
    }
}

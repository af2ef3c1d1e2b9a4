package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;

/**
 * Applies what the host tells about its tenants: idempotent, and safe in any order.
 *
 * <p>Safe for use by many threads.
 */
public interface ManageLifecycle {

    /**
     * Applies an event and returns after the commit. An event that is no news changes nothing and is no failure.
     *
     * @throws UnauthenticatedException if the callback's proof no longer holds for the tenant's record
     * @throws StorageException if the storage fails; the host's next attempt repairs what is missing
     * @throws ReadOnlyException if the event is news and the storage may only be read
     */
    LifecycleOutcome apply(LifecycleEvent event);
}

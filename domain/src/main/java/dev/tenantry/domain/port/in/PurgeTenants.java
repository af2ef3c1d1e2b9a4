package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.StorageException;

/**
 * Removes tenants whose retention after an uninstall has ended, finishes what an earlier purge left half done, and sweeps
 * away the settings that a crash left to no tenant.
 *
 * <p>Safe for use by many threads and on many servers at once.
 */
public interface PurgeTenants {

    /**
     * Looks at every tenant once, page by page.
     *
     * @throws StorageException if the storage fails; what was removed stays removed, and the next purge goes on. If it
     *     fails for one tenant only, that is thrown at the end, when all others have been looked at
     */
    Result purge();

    /**
     * What a purge did.
     *
     * @param examined the tenants looked at
     * @param removed the tenants removed with all that was theirs
     */
    record Result(int examined, int removed) {}
}

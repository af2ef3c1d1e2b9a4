package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;

/**
 * Lets the app's own backend act for any tenant, without a token of the host. Who asks must have found out that it is the
 * backend: nothing here can.
 *
 * <p>Safe for use by many threads.
 */
public interface AccessTenants {

    /**
     * Returns what the app itself may act on: the tenant's life, also while the site has disabled the app, because a call
     * of the backend cannot show, as a later token does, that the site has enabled it again.
     *
     * @throws RejectedException with {@code NOT_FOUND} if the tenant is unknown, has uninstalled the app or has gone to
     *     another region; the detail says which
     * @throws StorageException if the storage fails
     */
    Access asApp(TenantId tenant);
}

package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.token.InvocationToken;

/**
 * Serves the calls of Forge installations.
 *
 * <p>An installation is known by the tenant that it is linked to, or else is a tenant of its own. Every method throws
 * {@link UnauthenticatedException} if the token proves nothing or the installation has left, {@link StorageException} if
 * the storage, and {@link HostUnavailableException} if Forge's key set or the host is out of reach. Only
 * {@link #access} serves a page of the app; the others throw a {@link RejectedException} with {@code forbidden} then. Safe
 * for use by many threads.
 */
public interface ServeForge {

    /**
     * Authenticates a call of the settings API. An installation that nobody has heard of yet begins by it: Forge may have
     * given up telling of its arrival.
     */
    Access access(InvocationToken token);

    /**
     * Authenticates a call about a migration to another region, whatever the installation's tenant is about to do. One that
     * nobody has heard of yet begins by it.
     */
    TenantId tenantOf(InvocationToken token);

    /** Applies what an installation tells, after the commit of which it returns. */
    LifecycleOutcome hear(InvocationToken token, ForgeNews news);
}

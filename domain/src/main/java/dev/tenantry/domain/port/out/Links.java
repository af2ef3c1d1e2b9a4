package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The other names of tenants. An alias belongs to one tenant at most, and no call here ever moves it to another.
 *
 * <p>Each method is atomic and linearizable per alias, and throws {@link StorageException} if the backend fails. Safe for
 * use by many threads.
 */
public interface Links {

    /** Returns the tenant that has this alias, or empty if none has. */
    Optional<TenantId> resolve(Alias alias);

    /**
     * Gives a tenant an alias, or renews provenance and time of one that it has.
     *
     * @return the tenant that has the alias now: {@code link.tenant()}, or another one that had it before; empty, and
     *     nothing happens, if {@code link.tenant()} has no record
     */
    Optional<TenantId> link(Link link);

    /** Returns all links of a tenant, in the order of their aliases; empty if it has none. */
    List<Link> list(TenantId tenant);

    /**
     * Removes a link if it is still exactly this one.
     *
     * @return whether it was
     */
    boolean unlink(Link link);
}

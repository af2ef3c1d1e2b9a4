package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.TenantId;
import java.util.Optional;

/**
 * Takes tenants to the storage of another region when their host says so: first a copy while the tenant is in use, then, by
 * the host's commit, the rest, and the switch. Until the commit is done, and even after it, the host may have everything
 * as it was.
 *
 * <p>All of it may be repeated, in the same or another process, and each step may be the last before a crash. Every method
 * throws {@link StorageException} if a storage fails and {@link ReadOnlyException} if ours may only be read, and then the
 * same call may succeed later; and {@link MigrationRefusedException} if it cannot. Safe for use by many threads.
 *
 * <p>Source: Atlassian, "Data residency migrations" (Connect) and "Support data residency realm migrations for Forge
 * Remote".
 */
public interface MigrateResidency {

    /** Remembers a migration. Nothing is copied yet. */
    void schedule(TenantId tenant, MigrationOrder order);

    /** Begins the copy of a scheduled migration, and returns before it is made. */
    void start(TenantId tenant, MigrationId migration);

    /**
     * Returns how far a migration has come. Where the copy is not finished and this server is not at work on it, it begins
     * again, because the server that was may be gone.
     *
     * @param migration which; empty for the one that there is
     */
    MigrationProgress status(TenantId tenant, Optional<MigrationId> migration);

    /**
     * Copies what was written since, verifies the whole, opens the tenant in the other region and removes its settings
     * here. A copy that is not ready is refused.
     */
    void commit(TenantId tenant, MigrationId migration);

    /**
     * Returns the tenant to this region, as it is now wherever it is now, and removes it from the other. Does nothing if
     * there is no such migration, or no more.
     */
    void rollback(TenantId tenant, MigrationId migration);

    /**
     * Finishes rollbacks that a failure interrupted; to be called from time to time. Looks at every tenant once.
     *
     * @param failures hears of those that fail again, because a storage is out of reach
     * @return how many it finished
     */
    int finishRollbacks(TenantFailures failures);
}

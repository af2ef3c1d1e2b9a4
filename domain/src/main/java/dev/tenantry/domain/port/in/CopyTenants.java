package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.StorageException;

/**
 * Makes one backend hold what another one holds, tenant by tenant, by and large in the order of their names.
 *
 * <p>The source is only read, and may be in use. A pass compares a digest of each tenant and writes only what differs, so
 * that a pass after a crash goes on where the one before ended, and a pass after a while catches up with what changed
 * meanwhile, removals included. Only a pass that finds no difference while nobody writes to the source shows that nothing
 * was lost.
 *
 * <p>Not safe for use by many threads.
 */
public interface CopyTenants {

    /**
     * Goes through all tenants once. One that cannot be read or written is skipped and stops nothing else.
     *
     * @param report gets what was done, and what is wrong
     * @throws StorageException if one of the backends is out of reach; the next pass goes on
     */
    void pass(Task task, MoveReport report);

    /** What a pass does with a difference. */
    enum Task {
        /** Writes it. */
        COPY,
        /** Counts it as if it were written. */
        TRIAL,
        /** Names it: every tenant, setting and link that is not the same on both sides. */
        VERIFY
    }
}

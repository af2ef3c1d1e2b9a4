package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.StorageException;

/**
 * Keeps properties in the hosts in step with the settings that the operator chose.
 *
 * <p>Safe for use by many threads and on many servers at once.
 */
public interface MirrorSettings {

    /**
     * Compares every chosen setting of every live tenant with its property, and repairs the property. A tenant that fails
     * is told and passed over, and one that shares no secret with the app is only counted.
     *
     * @throws StorageException if the storage fails; what was repaired stays so
     */
    Result reconcile(TenantFailures failures);

    /**
     * What was done.
     *
     * @param tenants the live tenants looked at
     * @param secretless the live tenants, such as those on Forge only, whose hosts no call of the app can be signed for
     * @param repaired the properties that were out of step and are so no more
     */
    record Result(int tenants, int secretless, int repaired) {}
}

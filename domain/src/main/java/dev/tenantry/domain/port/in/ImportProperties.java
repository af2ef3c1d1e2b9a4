package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.StorageException;

/**
 * Takes over what an app kept in its hosts before it kept settings here.
 *
 * <p>Safe for use by many threads and on many servers at once; a second run finds everything there.
 */
public interface ImportProperties {

    /**
     * Makes a setting of every property of every live tenant, under the same key, where there is no setting yet. A tenant
     * that fails is told and passed over, and one that shares no secret with the app is only counted.
     *
     * @throws StorageException if the storage fails; what was imported stays so
     */
    Result importAll(TenantFailures failures);

    /**
     * What was done.
     *
     * @param tenants the live tenants looked at
     * @param secretless the live tenants, such as those on Forge only, whose hosts no call of the app can be signed for
     * @param imported the properties that became settings
     * @param kept those under whose key there was a setting, which stays
     * @param unfit those whose key, size or number no setting may have
     */
    record Result(int tenants, int secretless, int imported, int kept, int unfit) {}
}

package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Region;
import java.util.Set;

/**
 * The other regions that the app has a deployment in, each on a storage of its own.
 *
 * <p>Safe for use by many threads.
 */
public interface Regions {

    /** Where no tenant can go. */
    Regions NONE = new Regions() {
        @Override
        public Set<Region> names() {
            return Set.of();
        }

        @Override
        public Storage storage(Region region) {
            throw new StorageException("no storage is configured for region " + region);
        }
    };

    /** Returns the regions to which tenants can go; none is this deployment's own. */
    Set<Region> names();

    /**
     * Returns the storage of a region, open and prepared. It is not the caller's to close.
     *
     * @throws StorageException if it is out of reach, or if the region has none
     */
    Storage storage(Region region);
}

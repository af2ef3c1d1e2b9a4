package dev.tenantry.app;

import dev.tenantry.app.command.OpenStorage;
import dev.tenantry.app.command.Sealing;
import dev.tenantry.app.config.RegionBlock;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Region;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.lifecycle.Managed;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The storages of the other regions. One that is out of reach is opened when it is next needed, and stops nothing. */
final class RegionStorages implements Regions, Managed {

    private static final Logger LOG = LoggerFactory.getLogger(RegionStorages.class);

    private final Map<Region, StorageFactory> factories = new EnumMap<>(Region.class);
    private final Map<Region, Storage> open = new ConcurrentHashMap<>();
    private final Sealing sealing;

    RegionStorages(Map<Region, RegionBlock> regions, Sealing sealing) {
        this.sealing = sealing;
        regions.forEach((region, block) -> factories.put(region, block.storage()));
    }

    /** Throws {@link StorageException} if the backend of a region is in reach and not prepared. */
    void openAll() {
        factories.forEach((region, factory) -> {
            try {
                reach(factory)
                        .ifPresentOrElse(
                                storage -> open.put(region, OpenStorage.prepared(factory, storage, sealing)),
                                () -> LOG.warn("the storage of region {} is out of reach for now", region));
            } catch (StorageException unprepared) {
                throw new StorageException("region " + region + ": " + unprepared.getMessage());
            }
        });
    }

    private static Optional<Storage> reach(StorageFactory factory) {
        try {
            return Optional.of(factory.open());
        } catch (StorageException outOfReach) {
            return Optional.empty();
        }
    }

    @Override
    public Set<Region> names() {
        return Set.copyOf(factories.keySet());
    }

    @Override
    public Storage storage(Region region) {
        return Optional.ofNullable(open.get(region)).orElseGet(() -> openLate(region));
    }

    /** Nobody waits for another one's attempt, which may take the whole timeout; of two that succeed, one stays. */
    private Storage openLate(Region region) {
        var storage = Optional.ofNullable(factories.get(region))
                .map(factory -> OpenStorage.prepared(factory, sealing))
                .orElseThrow(() -> new StorageException("no storage is configured for region " + region));
        var earlier = Optional.ofNullable(open.putIfAbsent(region, storage));
        earlier.ifPresent(kept -> storage.close());
        return earlier.orElse(storage);
    }

    @Override
    public void stop() {
        open.values().forEach(Storage::close);
    }
}

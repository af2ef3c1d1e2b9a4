package dev.tenantry.app;

import com.codahale.metrics.health.HealthCheck;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the backend for a sign of life, and tells nothing of it but whether it gave one. */
final class StorageHealthCheck extends HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StorageHealthCheck.class);

    private final Storage storage;
    private final boolean readOnly;

    /** @param readOnly whether the storage refuses writes: the operator's wish, and no illness */
    StorageHealthCheck(Storage storage, boolean readOnly) {
        this.storage = storage;
        this.readOnly = readOnly;
    }

    @Override
    protected Result check() {
        try {
            storage.ping();
            return readOnly ? Result.healthy("read-only") : Result.healthy();
        } catch (StorageException failure) {
            LOG.warn("storage is unhealthy: {}", failure.getMessage());
            return Result.unhealthy(failure.detail());
        }
    }
}

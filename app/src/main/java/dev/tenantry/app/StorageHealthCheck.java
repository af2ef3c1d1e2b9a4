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

    StorageHealthCheck(Storage storage) {
        this.storage = storage;
    }

    @Override
    protected Result check() {
        try {
            storage.ping();
            return Result.healthy();
        } catch (StorageException failure) {
            LOG.warn("storage is unhealthy: {}", failure.getMessage());
            return Result.unhealthy(failure.detail());
        }
    }
}

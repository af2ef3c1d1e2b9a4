package dev.tenantry.app;

import com.codahale.metrics.health.HealthCheck;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the backend for a sign of life, and how it may lose data. */
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
            var remarks = Stream.concat(Stream.of("read-only").filter(word -> readOnly), storage.risks().stream())
                    .collect(Collectors.joining("; "));
            return remarks.isEmpty() ? Result.healthy() : Result.healthy(remarks);
        } catch (StorageException failure) {
            LOG.warn("storage is unhealthy: {}", failure.getMessage());
            return Result.unhealthy(failure.detail());
        }
    }
}

package dev.tenantry.adapters.mongo;

import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.OutageContract;
import dev.tenantry.domain.testkit.RecoveryContract;
import dev.tenantry.domain.testkit.SilenceContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.util.Duration;

/** The whole kit on a server that speaks MongoDB's protocol. */
interface OnMongo extends StorageContract, DurabilityContract, OutageContract, RecoveryContract, SilenceContract {

    /** Returns the URL of the test's own database. */
    String url();

    @Override
    default String place() {
        return url();
    }

    @Override
    default StorageFactory at(String url, java.time.Duration timeout) {
        return Config.of(url, Duration.milliseconds(timeout.toMillis()));
    }

    @Override
    default StorageFactory unreachable() {
        return Config.of("mongodb://127.0.0.1:1/nobody", Duration.seconds(2));
    }

    @Override
    default StorageFactory impatient() {
        return Config.of(url(), Duration.seconds(2));
    }
}

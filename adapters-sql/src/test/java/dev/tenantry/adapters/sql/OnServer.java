package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.RecoveryContract;
import io.dropwizard.util.Duration;

/** A test on a database of a server that can be stopped and started. */
interface OnServer extends OnDurableDatabase, RecoveryContract {

    @Override
    default StorageFactory impatient() {
        return Config.of(database().url(), Duration.seconds(2));
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.RecoveryContract;
import dev.tenantry.domain.testkit.SilenceContract;
import io.dropwizard.util.Duration;

/** A test on a database of a server that can be stopped and started. */
interface OnServer extends OnDurableDatabase, RecoveryContract, SilenceContract {

    @Override
    default StorageFactory impatient() {
        return Config.of(database().url(), Duration.seconds(2));
    }

    /** Each connection is looked at before it is lent, as if it had not been used for a while. */
    @Override
    default StorageFactory at(String url, java.time.Duration timeout) {
        var pool = new SqlPool();
        pool.setValidationInterval(Duration.milliseconds(0));
        return new SqlStorageFactory(url, "", "", false, "", Duration.milliseconds(timeout.toMillis()), pool);
    }

    @Override
    default String place() {
        return database().url();
    }
}

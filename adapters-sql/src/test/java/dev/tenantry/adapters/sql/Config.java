package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.util.Duration;

/** Configurations of the tests. */
final class Config {

    private Config() {}

    /** Returns the configuration of a database with nothing but its URL; waits longer than a busy machine takes. */
    static SqlStorageFactory of(String url) {
        return of(url, Duration.seconds(20));
    }

    static SqlStorageFactory of(String url, Duration timeout) {
        return new SqlStorageFactory(url, "", "", false, "", timeout, new SqlPool());
    }

    /** Opens a database and prepares it. */
    static Storage prepared(String url) {
        var storage = of(url).open();
        storage.prepare();
        return storage;
    }
}

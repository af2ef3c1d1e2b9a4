package dev.tenantry.adapters.mongo;

import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.util.Duration;
import java.util.UUID;

/** Configurations of the tests. */
final class Config {

    private Config() {}

    /** Returns the configuration of a server with nothing but its URL; waits longer than a busy machine takes. */
    static MongoStorageFactory of(String url) {
        return of(url, Duration.seconds(20));
    }

    static MongoStorageFactory of(String url, Duration timeout) {
        return new MongoStorageFactory(url, "", "", false, timeout, MongoPool.usual());
    }

    /** Returns the URL of a database that does not exist yet. */
    static String newDatabase(String server) {
        return server + "/test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Opens a database and prepares it. */
    static Storage prepared(String url) {
        var storage = of(url).open();
        storage.prepare();
        return storage;
    }
}

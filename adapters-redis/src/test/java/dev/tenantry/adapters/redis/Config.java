package dev.tenantry.adapters.redis;

import io.dropwizard.util.Duration;
import java.util.UUID;

/** Configurations of the tests. */
final class Config {

    private Config() {}

    /** Returns the configuration of a Redis under a prefix; waits longer than a busy machine takes. */
    static RedisStorageFactory of(String url, String prefix) {
        return of(url, prefix, Duration.seconds(20));
    }

    static RedisStorageFactory of(String url, String prefix, Duration timeout) {
        return new RedisStorageFactory(url, "", "", false, prefix, timeout, new RedisPool(16), 0);
    }

    /** Returns a prefix that nobody has used. */
    static String newPrefix() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8);
    }
}

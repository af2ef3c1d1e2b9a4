package dev.tenantry.adapters.redis;

import dev.tenantry.adapters.redis.testkit.RedisServers;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.util.Duration;

/** The keys of one test on servers that it shares with others, open. */
final class Prefix implements AutoCloseable {

    private final RedisServers servers;
    private final String prefix = Config.newPrefix();
    private Storage storage;

    Prefix(RedisServers servers) {
        this.servers = servers;
        this.storage = Config.of(servers.url(), prefix).open();
    }

    RedisServers servers() {
        return servers;
    }

    Storage storage() {
        return storage;
    }

    /** Returns the configuration of the same keys with another patience. */
    StorageFactory within(Duration timeout) {
        return at(servers.url(), timeout);
    }

    /** Returns the configuration of the same keys at another address. */
    StorageFactory at(String url, Duration timeout) {
        return Config.of(url, prefix, timeout);
    }

    /** Opens the same keys again, after a crash of the servers. */
    Storage reopen() {
        close();
        servers.restart();
        storage = Config.of(servers.url(), prefix).open();
        return storage;
    }

    @Override
    public void close() {
        storage.close();
    }
}

package dev.tenantry.adapters.redis;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.OutageContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;

/** One real Cluster for all tests, each with a prefix of its own. */
@EnabledIf(
        value = "dev.tenantry.adapters.redis.RedisServer#isWanted",
        disabledReason = "no redis-server on the PATH or in TENANTRY_TEST_REDIS")
class RedisClusterStorageTest implements StorageContract, DurabilityContract, OutageContract {

    private static final class Running {
        private static final RedisCluster CLUSTER = RedisCluster.start();
    }

    private final String prefix = Config.newPrefix();

    private Storage storage = Config.of(Running.CLUSTER.url(), prefix).open();

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Storage reopen() {
        close();
        Running.CLUSTER.restart();
        storage = Config.of(Running.CLUSTER.url(), prefix).open();
        return storage;
    }

    @Override
    public StorageFactory unreachable() {
        return Config.of("redis+cluster://127.0.0.1:1,127.0.0.1:2", prefix, Duration.seconds(2));
    }
}

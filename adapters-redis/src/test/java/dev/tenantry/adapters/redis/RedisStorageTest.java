package dev.tenantry.adapters.redis;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisServer;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.SilenceContract;
import io.dropwizard.util.Duration;

@NeedsRedisServer
class RedisStorageTest implements OnRedis, SilenceContract {

    private static final class Running {
        private static final RedisServer SERVER = RedisServer.start();
    }

    private final Prefix prefix = new Prefix(Running.SERVER);

    @Override
    public Prefix prefix() {
        return prefix;
    }

    @Override
    public String place() {
        return Running.SERVER.url();
    }

    @Override
    public StorageFactory at(String url, java.time.Duration timeout) {
        return prefix.at(url, Duration.milliseconds(timeout.toMillis()));
    }

    @Override
    public String urlOfNobody() {
        return "redis://127.0.0.1:1";
    }
}

package dev.tenantry.adapters.redis;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisServer;

@NeedsRedisServer
class RedisStorageTest implements OnRedis {

    private static final class Running {
        private static final RedisServer SERVER = RedisServer.start();
    }

    private final Prefix prefix = new Prefix(Running.SERVER);

    @Override
    public Prefix prefix() {
        return prefix;
    }

    @Override
    public String urlOfNobody() {
        return "redis://127.0.0.1:1";
    }
}

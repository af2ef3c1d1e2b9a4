package dev.tenantry.adapters.redis;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisCluster;

@NeedsRedisServer
class RedisClusterStorageTest implements OnRedis {

    private static final class Running {
        private static final RedisCluster CLUSTER = RedisCluster.start();
    }

    private final Prefix prefix = new Prefix(Running.CLUSTER);

    @Override
    public Prefix prefix() {
        return prefix;
    }

    @Override
    public String urlOfNobody() {
        return "redis+cluster://127.0.0.1:1,127.0.0.1:2";
    }
}

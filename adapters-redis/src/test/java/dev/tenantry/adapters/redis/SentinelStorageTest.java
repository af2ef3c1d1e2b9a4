package dev.tenantry.adapters.redis;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.SentinelGroup;

@NeedsRedisServer
class SentinelStorageTest implements OnRedis {

    private static final class Running {
        private static final SentinelGroup GROUP = SentinelGroup.start(1);
    }

    private final Prefix prefix = new Prefix(Running.GROUP);

    @Override
    public Prefix prefix() {
        return prefix;
    }

    @Override
    public String urlOfNobody() {
        return "redis+sentinel://127.0.0.1:1/tenants";
    }
}

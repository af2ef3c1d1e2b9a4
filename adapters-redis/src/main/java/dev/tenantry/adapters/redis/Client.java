package dev.tenantry.adapters.redis;

import java.time.Duration;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/**
 * How we connect.
 *
 * @param user empty for the default user
 * @param password empty for none
 * @param timeout the longest that a call may take
 * @param maxSize the most connections to one server
 */
record Client(String user, String password, Duration timeout, int maxSize) {

    /** Returns the configuration of connections to servers that hold the data. */
    JedisClientConfig toData(RedisUrl url) {
        var config = timed(url).database(url.database());
        if (!user.isEmpty()) {
            config.user(user);
        }
        if (!password.isEmpty()) {
            config.password(password);
        }
        return config.build();
    }

    /** Returns the configuration of connections to Sentinels. */
    JedisClientConfig toSentinels(RedisUrl url) {
        return timed(url).build();
    }

    ConnectionPoolConfig pool() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(maxSize);
        pool.setMaxIdle(maxSize);
        pool.setMinIdle(0);
        pool.setMaxWait(Deadline.toConnect(timeout));
        return pool;
    }

    /** RESP2, which needs no greeting, says all that we ask for. */
    private DefaultJedisClientConfig.Builder timed(RedisUrl url) {
        var config = DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .timeoutMillis((int) Deadline.toConnect(timeout).toMillis());
        if (url.tls()) {
            // Full: without a check of its name the certificate of any host would do.
            config.sslOptions(
                    SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
        }
        return config;
    }

    /** Shows neither user nor password. */
    @Override
    public String toString() {
        return "Client[timeout=" + timeout + ", maxSize=" + maxSize + "]";
    }
}

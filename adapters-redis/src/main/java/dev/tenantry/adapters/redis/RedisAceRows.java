package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.AceRows;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * ACE's keys: {@code <clientKey>:<key>} with JSON, or with a string as it is; {@code <clientKey>:clientInfo};
 * {@code installation:<id>;} with the clientKey of a Forge installation; {@code forge:<id>:<key>}.
 *
 * <p>Nothing tells which keys a tenant has. So the keys are gone through with SCAN, a share of the tenants at a time, as
 * many as can be remembered. A key that SCAN returns twice counts once.
 */
final class RedisAceRows implements AceRows {

    /** How many names of keys are remembered at once: about 100 MB. */
    private static final long KEYS_AT_ONCE = 500_000;

    private final Jedis jedis;

    private RedisAceRows(Jedis jedis) {
        this.jedis = jedis;
    }

    /** @throws StorageException if Redis does not answer */
    static RedisAceRows open(RedisUrl url, Client client) {
        try {
            var jedis = new Jedis(url.nodes().iterator().next(), client.toData(url));
            jedis.ping();
            return new RedisAceRows(jedis);
        } catch (JedisException e) {
            throw new StorageException("reach ACE's Redis", e);
        }
    }

    @Override
    public void read(Sink sink) {
        try {
            int shares = (int) (jedis.dbSize() / KEYS_AT_ONCE) + 1;
            for (int share = 0; share < shares; share++) {
                new AceShare(jedis, sink, share, shares).read();
            }
        } catch (JedisException e) {
            throw new StorageException("read ACE's keys", e);
        }
    }

    @Override
    public void close() {
        jedis.close();
    }
}

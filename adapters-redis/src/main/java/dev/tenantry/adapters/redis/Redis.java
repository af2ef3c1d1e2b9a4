package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import redis.clients.jedis.exceptions.JedisException;

/** One open Redis. */
final class Redis implements AutoCloseable {

    private final Connections connections;
    private final Duration timeout;
    private final int waitReplicas;
    private final Semaphore turns;

    private Redis(Connections connections, Client client, int waitReplicas) {
        this.connections = connections;
        this.timeout = client.timeout();
        this.waitReplicas = waitReplicas;
        this.turns = new Semaphore(client.maxSize(), true);
    }

    /** @throws StorageException if no server tells how the Cluster is made up, or no Sentinel knows the master */
    static Redis connect(RedisUrl url, Client client, int waitReplicas) {
        try {
            return new Redis(Connections.open(url, client), client, waitReplicas);
        } catch (JedisException e) {
            throw new StorageException("reach Redis", e);
        }
    }

    /**
     * Begins a call, whose time runs from now.
     *
     * @param doing what to say was being done, should it fail
     */
    Call call(String doing) {
        var exchange = new Exchange(connections, turns, waitReplicas, new Deadline(timeout));
        return new Call(connections, exchange, doing);
    }

    @Override
    public void close() {
        connections.close();
    }
}

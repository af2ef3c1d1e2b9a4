package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.Pool;

/**
 * The connections to the servers that hold the data.
 *
 * <p>Jedis's clients take another connection for each command and repeat a command whose answer was lost. We must know
 * which connection wrote, to wait for its replicas, and must not write twice; so only their providers serve us.
 */
final class Connections {

    /** How often the map of a Cluster is drawn anew, besides whenever a server says that it is wrong. */
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final ConnectionProvider provider;

    private Connections(ConnectionProvider provider) {
        this.provider = provider;
    }

    static Connections open(RedisUrl url, Client client) {
        var config = client.toData(url);
        var pool = client.pool();
        return new Connections(
                switch (url.kind()) {
                    case SINGLE ->
                        new PooledConnectionProvider(url.nodes().iterator().next(), config, pool);
                    case CLUSTER -> new ClusterConnectionProvider(url.nodes(), config, pool, REFRESH);
                    case SENTINEL ->
                        new SentineledConnectionProvider(
                                url.path(), config, pool, url.nodes(), client.toSentinels(url));
                });
    }

    /** Lends a connection to the server that has the command's keys. */
    Connection lend(CommandArguments command) {
        return provider.getConnection(command);
    }

    /** Lends a connection to the server to which another one sent us. */
    Connection lend(HostAndPort node) {
        return provider instanceof ClusterConnectionProvider cluster
                ? cluster.getConnection(node)
                : provider.getConnection();
    }

    /** Lends, one after the other, a connection to each server that takes writes. */
    <T> List<T> lendEach(Function<Connection, T> work) {
        return pools(provider.getPrimaryNodesConnectionMap())
                .map(pool -> {
                    try (var connection = (Connection) pool.getResource()) {
                        return work.apply(connection);
                    }
                })
                .toList();
    }

    /** Returns what is equal for commands that one connection can serve. */
    Object placeOf(CommandArguments command) {
        if (provider instanceof ClusterConnectionProvider cluster) {
            int slot = command.getKeyHashSlots().iterator().next();
            return Objects.requireNonNullElse(cluster.getNode(slot), "unknown");
        }
        return "here";
    }

    /** Draws the map of the Cluster anew, as this connection tells it. */
    void redraw(Connection connection) {
        if (provider instanceof ClusterConnectionProvider cluster) {
            cluster.renewSlotCache(connection);
        }
    }

    /** Closes the connections that wait: when one is broken, the others are too. */
    void forget() {
        pools(provider.getConnectionMap()).forEach(Pool::clear);
    }

    private static Stream<Pool<?>> pools(Map<?, ?> byNode) {
        return List.copyOf(byNode.values()).stream().map(pool -> (Pool<?>) pool);
    }

    /** @throws StorageException if the driver cannot */
    void close() {
        try {
            provider.close();
        } catch (Exception e) {
            throw new StorageException("close the storage", e);
        }
    }
}

package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * One open Redis. The tag in braces is one of 256, the first byte of the SHA-256 of the tenant's id (or of the alias), so
 * that all keys of one tenant share a slot of Redis Cluster and one script can change them together:
 *
 * <pre>{@code
 * tenantry:{5e}:tenant:<id>                    hash: text (the record as JSON), life (the incarnation whose settings
 *                                              may be used now; empty if none), birth (a UUID, new for each record)
 * tenantry:{5e}:tenants                        sorted set of ids, all with score 0, so in the order of code points
 * tenantry:{5e}:values:<incarnation>:<id>      hash: setting key → ETag (45 bytes) and exact text
 * tenantry:{5e}:names:<incarnation>:<id>       sorted set of the same setting keys, all with score 0
 * tenantry:{5e}:aliases:<id>                   set of the aliases that the tenant was ever to have
 * tenantry:{a1}:alias:<alias>                  string: <birth> <provenance> <time> <id>; void unless the record of
 *                                              the tenant has this birth
 * tenantry:{3c}:key:<name>                     string: a key of the servers, 256 bits as base64url
 * }</pre>
 *
 * <p>A write that was acknowledged survives a restart if the append-only file is on, and a crash of the machine if it is
 * written with {@code appendfsync always}. A failover loses what the promoted replica had not received: replication is
 * asynchronous. {@code waitReplicas} makes a write wait until so many replicas have it in memory, and fail, its outcome
 * unknown, if they have not; that narrows the gap but is no consensus: Sentinel or Cluster may promote a replica that was
 * not among them, and an isolated former master takes writes (and shows old data) until it learns of its successor.
 */
final class RedisStorage implements Storage {

    private static final Logger LOG = LoggerFactory.getLogger(RedisStorage.class);

    private final Redis redis;
    private final Installations installations;
    private final Settings settings;
    private final Links links;
    private final Archive archive;
    private final ServerKeys serverKeys;

    private RedisStorage(Redis redis, Keys keys) {
        this.redis = redis;
        this.installations = new RedisInstallations(redis, keys);
        this.settings = new RedisSettings(redis, keys);
        this.links = new RedisLinks(redis, keys);
        this.archive = new RedisArchive(redis, keys);
        this.serverKeys = new RedisServerKeys(redis, keys);
    }

    /** @throws StorageException if a server does not answer; the connections are then given back */
    static Storage open(Redis redis, Keys keys) {
        var storage = new RedisStorage(redis, keys);
        try {
            storage.ping();
            storage.risks().forEach(LOG::warn);
            return storage;
        } catch (StorageException e) {
            storage.close();
            throw e;
        }
    }

    @Override
    public Installations installations() {
        return installations;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public ServerKeys serverKeys() {
        return serverKeys;
    }

    @Override
    public void ping() {
        redis.call("reach Redis").readEverywhere(new CommandArguments(Protocol.Command.PING));
    }

    /** Redis has no schema. */
    @Override
    public boolean isPrepared() {
        return true;
    }

    /** Redis has no schema. */
    @Override
    public List<String> prepare() {
        return List.of();
    }

    @Override
    public List<String> risks() {
        return Durability.risks(redis.call("read how Redis is configured"));
    }

    @Override
    public void close() {
        redis.close();
    }
}

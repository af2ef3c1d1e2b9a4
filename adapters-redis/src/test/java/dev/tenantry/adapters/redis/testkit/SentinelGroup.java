package dev.tenantry.adapters.redis.testkit;

import dev.tenantry.domain.testkit.Wait;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol;

/** A real master with replicas, watched by a real Sentinel that decides alone. */
public final class SentinelGroup implements RedisServers {

    private static final String REPLICA_OF = "--replicaof";

    private final RedisServer master = RedisServer.start();
    private final List<RedisServer> replicas;
    private final RedisServer sentinel;

    private SentinelGroup(int replicas) {
        this.replicas = Stream.generate(this::newReplica).limit(replicas).toList();
        this.sentinel = RedisServer.sentinelOf(master);
    }

    private RedisServer newReplica() {
        return RedisServer.start(REPLICA_OF, addressOf(master), "--repl-diskless-sync-delay", "0");
    }

    /** Starts a master with so many replicas and waits until all know of each other. */
    public static SentinelGroup start(int replicas) {
        var group = new SentinelGroup(replicas);
        group.awaitReady();
        return group;
    }

    @Override
    public String url() {
        return "redis+sentinel://127.0.0.1:" + sentinel.port() + "/" + RedisServer.WATCHED;
    }

    @Override
    public void kill() {
        sentinel.kill();
        replicas.forEach(RedisServer::kill);
        master.kill();
    }

    @Override
    public void restart() {
        kill();
        master.restart();
        replicas.forEach(RedisServer::restart);
        sentinel.restart();
        awaitReady();
    }

    /** Kills the master, waits until a replica has its place, and brings it back as the replica of its successor. */
    public void failOver() {
        master.kill();
        Wait.until("a replica to be promoted", () -> promoted().isPresent());
        master.restartWith(REPLICA_OF, addressOf(promoted().orElseThrow()));
    }

    private Optional<RedisServer> promoted() {
        return replicas.stream()
                .filter(replica -> role(replica).contains("master"))
                .findFirst();
    }

    private void awaitReady() {
        Wait.until(
                "the replicas to be known",
                () -> replicas.stream().allMatch(replica -> role(replica).contains("connected"))
                        && String.valueOf(sentinel.ask(Protocol.Command.INFO)).contains("slaves=" + replicas.size()));
    }

    private static String addressOf(RedisServer server) {
        return "127.0.0.1 " + server.port();
    }

    private static String role(RedisServer server) {
        return String.valueOf(server.ask(Protocol.Command.ROLE));
    }
}

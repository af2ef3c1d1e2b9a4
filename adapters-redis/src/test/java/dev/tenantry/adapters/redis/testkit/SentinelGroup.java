package dev.tenantry.adapters.redis.testkit;

import dev.tenantry.domain.testkit.Wait;
import redis.clients.jedis.Protocol;

/** A real master with one replica, watched by a real Sentinel that decides alone. */
public final class SentinelGroup implements RedisServers {

    private static final String REPLICA_OF = "--replicaof";

    private final RedisServer master = RedisServer.start();
    private final RedisServer replica =
            RedisServer.start(REPLICA_OF, addressOf(master), "--repl-diskless-sync-delay", "0");
    private final RedisServer sentinel = RedisServer.sentinelOf(master);

    private SentinelGroup() {}

    /** Starts the servers and waits until all know of each other. */
    public static SentinelGroup start() {
        var group = new SentinelGroup();
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
        replica.kill();
        master.kill();
    }

    @Override
    public void restart() {
        kill();
        master.restart();
        replica.restart();
        sentinel.restart();
        awaitReady();
    }

    /** Kills the master, waits until the replica has its place, and brings it back as the replica of its successor. */
    public void failOver() {
        master.kill();
        Wait.until("the replica to be promoted", () -> role(replica).contains("master"));
        master.restartWith(REPLICA_OF, addressOf(replica));
    }

    private void awaitReady() {
        Wait.until(
                "the replica to be known",
                () -> role(replica).contains("connected")
                        && String.valueOf(sentinel.ask(Protocol.Command.INFO)).contains("slaves=1"));
    }

    private static String addressOf(RedisServer server) {
        return "127.0.0.1 " + server.port();
    }

    private static String role(RedisServer server) {
        return String.valueOf(server.ask(Protocol.Command.ROLE));
    }
}

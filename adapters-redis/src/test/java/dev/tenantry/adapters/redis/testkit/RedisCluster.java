package dev.tenantry.adapters.redis.testkit;

import dev.tenantry.domain.testkit.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.Protocol;

/** A real Redis Cluster of three masters on 127.0.0.1. */
public final class RedisCluster implements RedisServers {

    private static final int SLOTS = 16_384;
    private static final int NODES = 3;

    private final List<RedisServer> nodes = IntStream.range(0, NODES)
            .mapToObj(n -> RedisServer.start("--cluster-enabled", "yes", "--cluster-node-timeout", "2000"))
            .toList();

    private RedisCluster() {}

    /** Starts the servers, shares the slots out and waits until all know of each other. */
    public static RedisCluster start() {
        var cluster = new RedisCluster();
        for (int n = 0; n < NODES; n++) {
            var first = String.valueOf(n * SLOTS / NODES);
            var last = String.valueOf((n + 1) * SLOTS / NODES - 1);
            cluster.nodes.get(n).ask(Protocol.Command.CLUSTER, "ADDSLOTSRANGE", first, last);
            cluster.nodes
                    .get(n)
                    .ask(
                            Protocol.Command.CLUSTER,
                            "MEET",
                            "127.0.0.1",
                            String.valueOf(cluster.nodes.get(0).port()));
        }
        cluster.awaitReady();
        return cluster;
    }

    @Override
    public String url() {
        return nodes.stream()
                .map(node -> "127.0.0.1:" + node.port())
                .collect(Collectors.joining(",", "redis+cluster://", ""));
    }

    @Override
    public void kill() {
        nodes.forEach(RedisServer::kill);
    }

    @Override
    public void restart() {
        kill();
        nodes.forEach(RedisServer::restart);
        awaitReady();
    }

    /** Begins to move a slot to the next server: both know of it, and no key has moved. */
    public void beginMove(int slot) {
        next(slot).ask(Protocol.Command.CLUSTER, "SETSLOT", "" + slot, "IMPORTING", id(owner(slot)));
        owner(slot).ask(Protocol.Command.CLUSTER, "SETSLOT", "" + slot, "MIGRATING", id(next(slot)));
    }

    /** Moves the keys of a slot; the map of the cluster stays as it is. */
    public void moveKeys(int slot) {
        var keys = (List<?>) owner(slot).ask(Protocol.Command.CLUSTER, "GETKEYSINSLOT", "" + slot, "1000");
        var arguments = new ArrayList<>(List.of("127.0.0.1", "" + next(slot).port(), "", "0", "5000", "KEYS"));
        keys.forEach(key -> arguments.add(String.valueOf(key)));
        owner(slot).ask(Protocol.Command.MIGRATE, arguments.toArray(String[]::new));
    }

    /** Draws the map of the cluster anew. */
    public void endMove(int slot) {
        var id = id(next(slot));
        List.of(next(slot), owner(slot))
                .forEach(node -> node.ask(Protocol.Command.CLUSTER, "SETSLOT", "" + slot, "NODE", id));
    }

    private RedisServer owner(int slot) {
        return nodes.get((NODES * (slot + 1) - 1) / SLOTS);
    }

    private RedisServer next(int slot) {
        return nodes.get((nodes.indexOf(owner(slot)) + 1) % NODES);
    }

    private static String id(RedisServer node) {
        return String.valueOf(node.ask(Protocol.Command.CLUSTER, "MYID"));
    }

    private void awaitReady() {
        Wait.until("the cluster to be whole", () -> nodes.stream().allMatch(RedisCluster::isReady));
    }

    private static boolean isReady(RedisServer node) {
        var info = String.valueOf(node.ask(Protocol.Command.CLUSTER, "INFO"));
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + NODES);
    }
}

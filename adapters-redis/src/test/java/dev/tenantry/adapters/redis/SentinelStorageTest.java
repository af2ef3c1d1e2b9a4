package dev.tenantry.adapters.redis;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import redis.clients.jedis.Protocol;

/** A real master with one replica, watched by a real Sentinel; every write waits for the replica. */
@Timeout(120)
@EnabledIf(
        value = "dev.tenantry.adapters.redis.RedisServer#isWanted",
        disabledReason = "no redis-server on the PATH or in TENANTRY_TEST_REDIS")
class SentinelStorageTest {

    private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(40);
    private static final int WRITERS = 3;
    private static final int ENOUGH = 200;
    private static final int MOST_WRITES = 20_000;

    private final RedisServer master = RedisServer.start();
    private final RedisServer replica =
            RedisServer.start("--replicaof", "127.0.0.1 " + master.port(), "--repl-diskless-sync-delay", "0");
    private final RedisServer sentinel = RedisServer.sentinelOf(master);
    private final Queue<Setting> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void end() {
        List.of(sentinel, replica, master).forEach(RedisServer::kill);
    }

    private Storage open() {
        var url = "redis+sentinel://127.0.0.1:" + sentinel.port() + "/tenants";
        return new RedisStorageFactory(url, "", "", false, "test", Duration.seconds(2), new RedisPool(8), 1).open();
    }

    private Life begin(Storage storage) {
        var record = tenant("acme");
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
        return record.life().orElseThrow();
    }

    private void write(Storage storage, Life life, int writer) {
        for (int n = 0; n < MOST_WRITES && !done.get(); n++) {
            var mine = setting("key " + writer + " " + n, "" + n);
            try {
                storage.settings().put(life, mine, new Precondition.Any(), Integer.MAX_VALUE);
                acknowledged.add(mine);
            } catch (StorageException outcomeUnknown) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private void awaitWrites() {
        int before = acknowledged.size();
        Wait.until(LIMIT, "writes to be acknowledged", () -> acknowledged.size() > before + ENOUGH);
    }

    private void failOver() {
        master.kill();
        Wait.until(LIMIT, "the replica to be promoted", () -> role(replica).contains("master"));
        master.restart("--replicaof", "127.0.0.1 " + replica.port());
    }

    private static String role(RedisServer server) {
        return String.valueOf(server.ask(Protocol.Command.ROLE));
    }

    @Test
    void noWriteThatAReplicaHadIsLostByAFailover() throws InterruptedException {
        Wait.until(
                LIMIT,
                "the replica to be known",
                () -> role(replica).contains("connected")
                        && String.valueOf(sentinel.ask(Protocol.Command.INFO)).contains("slaves=1"));
        var writers = Executors.newFixedThreadPool(WRITERS);
        try (var storage = open()) {
            var life = begin(storage);
            IntStream.range(0, WRITERS).forEach(n -> writers.execute(() -> write(storage, life, n)));
            awaitWrites();
            failOver();
            awaitWrites();
            done.set(true);
            writers.shutdown();
            assertThat(writers.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(acknowledged)
                    .allSatisfy(setting -> assertThat(storage.settings().find(life, setting.key()))
                            .contains(setting));
        } finally {
            writers.shutdownNow();
        }
    }
}

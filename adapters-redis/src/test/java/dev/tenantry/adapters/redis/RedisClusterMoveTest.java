package dev.tenantry.adapters.redis;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisCluster;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A tenant whose keys move to another server of a real Cluster while it is in use. */
@Timeout(120)
@NeedsRedisServer
class RedisClusterMoveTest {

    @Test
    void tenantIsFoundWhereverItsKeysAre() throws Exception {
        var cluster = RedisCluster.start();
        var record = tenant("acme");
        int slot = JedisClusterCRC16.getSlot(new Keys("test").record(record.id()));
        try (var storage = Config.of(cluster.url(), "test").open()) {
            var seeds = List.of(setting("a", "1"));
            var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), seeds);
            assertThat(storage.installations().commit(first)).isTrue();
            var life = record.life().orElseThrow();

            cluster.beginMove(slot);
            assertThat(storage.installations().find(record.id())).contains(record);
            cluster.moveKeys(slot);
            assertThat(storage.installations().find(record.id())).contains(record);
            assertThat(storage.installations().page(Optional.empty(), 10)).containsExactly(record);
            assertThat(storage.settings().put(life, setting("b", "2"), new Precondition.Absent(), 10))
                    .isEqualTo(PutOutcome.CREATED);

            var next = record.with(record.lifecycle().enabled(record.lifecycle().installedAt()));
            var change =
                    CompletableFuture.supplyAsync(() -> storage.installations().commit(Commit.replace(record, next)));
            cluster.endMove(slot);
            assertThat(change.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(storage.settings().page(life, Optional.empty(), 10))
                    .containsExactly(setting("a", "1"), setting("b", "2"));
            assertThat(storage.installations().page(Optional.empty(), 10)).containsExactly(next);
        } finally {
            cluster.kill();
        }
    }
}

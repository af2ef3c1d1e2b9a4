package dev.tenantry.adapters.redis;

import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.SentinelGroup;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Writers;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A master that dies, and two replicas, for both of which every write has waited. */
@Timeout(180)
@NeedsRedisServer
class SentinelFailoverTest {

    private static final int REPLICAS = 2;

    private final SentinelGroup group = SentinelGroup.start(REPLICAS);

    @AfterEach
    void end() {
        group.kill();
    }

    private static Life begin(Storage storage) {
        var record = tenant("acme");
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
        return record.life().orElseThrow();
    }

    @Test
    void noWriteThatEveryReplicaHadIsLostByAFailover() {
        var config = new RedisStorageFactory(
                group.url(), "", "", false, "test", Duration.seconds(2), new RedisPool(8), REPLICAS);
        try (var storage = config.open()) {
            var writers = Writers.start(storage, begin(storage));
            try (writers) {
                writers.awaitWrites();
                group.failOver();
                writers.awaitWrites();
            }
            writers.assertAllFound(storage);
        }
    }
}

package dev.tenantry.adapters.redis;

import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisServer;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@NeedsRedisServer
class TenantPagesTest {

    private static final int CROWD = 20;

    private static void begin(Storage storage, TenantId tenant) {
        var record = tenant(tenant.value());
        storage.installations()
                .commit(new Commit(tenant, Optional.empty(), Optional.of(record), Optional.empty(), List.of()));
    }

    /** A bucket is asked for a few tenants at a time; what others hold must not overtake the rest of them. */
    @Test
    void tenantsThatCrowdOneBucketAreInOrderWithTheOthers() {
        var prefix = Config.newPrefix();
        var keys = new Keys(prefix);
        var all = IntStream.range(1000, 100_000)
                .mapToObj(n -> new TenantId("tenant" + n))
                .toList();
        var crowded = keys.tenants(all.get(0));
        var crowd =
                all.stream().filter(one -> keys.tenants(one).equals(crowded)).limit(CROWD);
        var names = Stream.concat(crowd, all.stream().skip(90_000).limit(40))
                .distinct()
                .sorted()
                .toList();
        var server = RedisServer.start();
        try (var storage = Config.of(server.url(), prefix).open()) {
            names.forEach(name -> begin(storage, name));
            assertThat(storage.installations().page(Optional.empty(), 1000))
                    .extracting(TenantRecord::id)
                    .isEqualTo(names);
            assertThat(storage.installations().page(Optional.of(names.get(2)), 30))
                    .extracting(TenantRecord::id)
                    .isEqualTo(names.subList(3, 33));
        } finally {
            server.kill();
        }
    }
}

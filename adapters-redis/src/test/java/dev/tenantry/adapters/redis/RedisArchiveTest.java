package dev.tenantry.adapters.redis;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisServer;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Protocol;

@Timeout(60)
@NeedsRedisServer
class RedisArchiveTest {

    @Test
    void whatCannotBeReadIsShown() {
        var prefix = Config.newPrefix();
        var keys = new Keys(prefix);
        var server = RedisServer.start();
        try (var storage = Config.of(server.url(), prefix).open()) {
            var record = tenant("b");
            var life = record.life().orElseThrow();
            var seeds = List.of(setting("a", "1"), setting("b", "2"));
            storage.installations()
                    .commit(new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), seeds));
            var broken = new TenantId("a");
            server.ask(Protocol.Command.HSET, keys.record(broken), "text", "{}");
            server.ask(Protocol.Command.ZADD, keys.tenants(broken), "0", "a");
            server.ask(Protocol.Command.HSET, keys.values(record.id(), Optional.of(life.incarnation())), "a", "no tag");
            assertThat(storage.archive().tenants(Optional.empty(), 10))
                    .containsExactly(new Row<>("a", Optional.empty()), new Row<>("b", Optional.of(record)));
            assertThat(storage.installations().page(Optional.empty(), 1)).containsExactly(record);
            assertThat(storage.archive().settings(life, Optional.empty(), 10))
                    .containsExactly(new Row<>("a", Optional.empty()), new Row<>("b", Optional.of(setting("b", "2"))));
        } finally {
            server.kill();
        }
    }
}

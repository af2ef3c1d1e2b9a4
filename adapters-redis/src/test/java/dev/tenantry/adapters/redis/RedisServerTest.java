package dev.tenantry.adapters.redis;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static dev.tenantry.domain.testkit.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisServer;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Protocol;

/** What no other backend has: servers that come and go, forget, or have replicas. */
@Timeout(60)
@NeedsRedisServer
class RedisServerTest {

    private static final class Running {
        private static final RedisServer SERVER = RedisServer.start();
    }

    private static final TenantId ACME = new TenantId("acme");

    private static Storage open(RedisServer server) {
        return Config.of(server.url(), Config.newPrefix()).open();
    }

    private static void begin(Storage storage, TenantRecord record) {
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
    }

    private static void end(Storage storage, TenantRecord record) {
        var last = new Commit(record.id(), Optional.of(record), Optional.empty(), record.incarnation(), List.of());
        assertThat(storage.installations().commit(last)).isTrue();
    }

    /** The connections of before the restart wait in the pool, and nobody has noticed that they are broken. */
    @Test
    void readsDoNotNoticeAQuickRestart() {
        var server = RedisServer.start();
        try (var storage = open(server)) {
            begin(storage, tenant("acme"));
            server.restart();
            assertThat(storage.installations().find(ACME)).isPresent();
        } finally {
            server.kill();
        }
    }

    @Test
    void serverThatHangsFailsTheCall() {
        var server = RedisServer.start();
        try (var storage =
                Config.of(server.url(), "test", Duration.milliseconds(300)).open()) {
            server.signal("STOP");
            assertThatExceptionOfType(StorageException.class).isThrownBy(storage::ping);
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> begin(storage, tenant("acme")));
        } finally {
            server.kill();
        }
    }

    @Test
    void writeThatNoReplicaHasIsNotAcknowledged() {
        var impatient = new RedisStorageFactory(
                Running.SERVER.url(),
                "",
                "",
                false,
                Config.newPrefix(),
                Duration.milliseconds(300),
                new RedisPool(1),
                1);
        try (var storage = impatient.open()) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> begin(storage, tenant("acme")))
                    .withMessageContaining("1 replicas");
        }
    }

    @Test
    void userAndPasswordAreAskedFor() {
        var server = RedisServer.start();
        server.ask(Protocol.Command.ACL, "SETUSER", "app", "on", ">right", "~*", "+@all");
        server.ask(Protocol.Command.CONFIG, "SET", "requirepass", "also right");
        try (var asApp = as("app", "right", server).open();
                var asDefault = as("", "also right", server).open()) {
            begin(asApp, tenant("acme"));
            assertThat(asDefault.installations().find(ACME)).isPresent();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> as("app", "wrong", server).open());
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> open(server));
        } finally {
            server.kill();
        }
    }

    private static RedisStorageFactory as(String user, String password, RedisServer server) {
        return new RedisStorageFactory(
                server.url(), user, password, false, "test", Duration.seconds(5), new RedisPool(2), 0);
    }

    /** Hosted servers often keep their configuration to themselves. */
    @Test
    void serverThatHidesItsConfigurationIsUsedAllTheSame() {
        var server = RedisServer.start();
        server.ask(Protocol.Command.ACL, "SETUSER", "app", "on", ">right", "~*", "+@all", "-config");
        try (var storage = as("app", "right", server).open()) {
            assertThat(storage.risks()).singleElement().asString().contains("does not tell us");
        } finally {
            server.kill();
        }
    }

    @Test
    void serverThatMayForgetIsNamed() {
        var server = RedisServer.start("--appendonly", "no", "--maxmemory-policy", "allkeys-lru");
        try (var storage = open(server)) {
            assertThat(storage.risks())
                    .hasSize(2)
                    .allSatisfy(risk -> assertThat(risk).contains("127.0.0.1:" + server.port()));
            server.ask(Protocol.Command.CONFIG, "SET", "maxmemory-policy", "volatile-lru");
            server.ask(Protocol.Command.CONFIG, "SET", "appendonly", "yes");
            server.ask(Protocol.Command.CONFIG, "SET", "appendfsync", "everysec");
            assertThat(storage.risks()).singleElement().asString().contains("appendfsync always");
        } finally {
            server.kill();
        }
    }

    @Test
    void linksEndWithTheRecordOfTheirTenant() {
        try (var storage = open(Running.SERVER)) {
            var record = tenant("acme");
            begin(storage, record);
            begin(storage, tenant("other"));
            storage.links().link(link("a", "acme"));
            storage.links().link(link("b", "acme"));
            end(storage, record);
            assertThat(storage.links().resolve(new Alias("a"))).isEmpty();
            begin(storage, record);
            assertThat(storage.links().list(ACME)).isEmpty();
            assertThat(storage.links().unlink(link("a", "acme"))).isFalse();
            assertThat(storage.links().link(link("a", "other"))).contains(new TenantId("other"));
            assertThat(storage.links().link(link("b", "acme"))).contains(ACME);
            assertThat(storage.links().list(ACME)).containsExactly(link("b", "acme"));
        }
    }

    /** A host may send it, escaped, in JSON. */
    @Test
    void halfASurrogatePairComesBack() {
        var half = Map.of(HostField.DESCRIPTION, "\uD83D");
        var record = with(new Installation("a", "jira", "https://a.example", half, Map.of()), tenant("acme"));
        try (var storage = open(Running.SERVER)) {
            begin(storage, record);
            assertThat(storage.installations().find(ACME)).contains(record);
            end(storage, record);
        }
    }

    /** Another version may have written the members in another order. */
    @Test
    void equalRecordOfOtherTextIsTheExpectedOne() {
        var prefix = Config.newPrefix();
        try (var storage = Config.of(Running.SERVER.url(), prefix).open()) {
            var record = tenant("acme");
            begin(storage, record);
            var key = new Keys(prefix).record(ACME);
            var text = String.valueOf(Running.SERVER.ask(Protocol.Command.HGET, key, "text"));
            Running.SERVER.ask(Protocol.Command.HSET, key, "text", " " + text);
            end(storage, record);
            assertThat(storage.installations().find(ACME)).isEmpty();
        }
    }

    @Test
    void recordThatMakesNoSenseIsAFailureThatQuotesNothing() {
        var prefix = Config.newPrefix();
        try (var storage = Config.of(Running.SERVER.url(), prefix).open()) {
            Running.SERVER.ask(Protocol.Command.HSET, new Keys(prefix).record(ACME), "text", "{\"secret\":\"hidden\"");
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> storage.installations().find(ACME))
                    .withMessageNotContaining("hidden");
        }
    }
}

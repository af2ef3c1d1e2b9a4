package dev.tenantry.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisServer;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.ForeignDatabase.Place;
import dev.tenantry.domain.testkit.CollectedRows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Keys of the shape in which ACE writes them, on a real server. */
@NeedsRedisServer
class RedisAceRowsTest {

    private static final class Running {
        private static final RedisServer SERVER = RedisServer.start();
    }

    @BeforeEach
    void empty() {
        Running.SERVER.ask(Command.FLUSHALL);
    }

    private static void set(String key, String value) {
        Running.SERVER.ask(Command.SET, key, value);
    }

    private static CollectedRows read() {
        return read(Running.SERVER.url());
    }

    private static CollectedRows read(String url) {
        return CollectedRows.of(new RedisForeignDatabase().ace(new Place(url, "", "", "")));
    }

    @Test
    void keysGoToTheTenantsThatHaveThem() {
        set("plain:clientInfo", "{}");
        set("plain:appSettings", "{\"x\": 1.0}");
        set("plain:key:with:colons", "2");
        set("ari:cloud:bitbucket::app/{1}/a:clientInfo", "{}");
        set("ari:cloud:bitbucket::app/{1}/a:appSettings", "3");
        var collected = read();
        assertThat(collected.rows("plain"))
                .startsWith("clientInfo={}")
                .containsExactlyInAnyOrder("clientInfo={}", "appSettings={\"x\": 1.0}", "key:with:colons=2");
        assertThat(collected.rows("ari:cloud:bitbucket::app/{1}/a")).containsExactly("clientInfo={}", "appSettings=3");
        assertThat(collected.remarks()).isEmpty();
    }

    @Test
    void textThatIsNoJsonIsAString() {
        set("a:clientInfo", "{}");
        set("a:text", "plain \"text\"");
        set("a:empty", "");
        set("a:number", "123");
        set("a:string", "\"quoted\"");
        assertThat(read().rows("a"))
                .contains("text=\"plain \\\"text\\\"\"", "empty=\"\"", "number=123", "string=\"quoted\"");
    }

    @Test
    void keyThatTwoTenantsCouldHaveGoesToTheLongerClientKey() {
        set("a:clientInfo", "{}");
        set("a:b:clientInfo", "{}");
        set("a:b:c", "1");
        var collected = read();
        assertThat(collected.rows("a:b")).containsExactlyInAnyOrder("clientInfo={}", "c=1");
        assertThat(collected.rows("a")).containsExactly("clientInfo={}");
        assertThat(collected.remarks()).contains("AMBIGUOUS_KEY key a:b:c");
    }

    @Test
    void linksGoToTheirTenants() {
        set("a:clientInfo", "{}");
        set("installation:ari:cloud:ecosystem::installation/1;", "a");
        set("installation:ari:cloud:ecosystem::installation/2;", "nobody");
        set("forge:ari:cloud:ecosystem::installation/1:appToken", "{}");
        set("forge:ari:cloud:ecosystem::installation/1:colour", "red");
        var collected = read();
        assertThat(collected.aliases())
                .containsOnlyKeys("a")
                .containsEntry("a", List.of("ari:cloud:ecosystem::installation/1"));
        assertThat(collected.remarks())
                .containsExactlyInAnyOrder(
                        "LOOSE_LINK link ari:cloud:ecosystem::installation/2 of tenant nobody",
                        "CACHED_TOKEN key forge:ari:cloud:ecosystem::installation/1:appToken",
                        "SETTING key forge:ari:cloud:ecosystem::installation/1:colour: only tenants have settings here");
    }

    @Test
    void whatIsNobodysIsLeftAlone() {
        set("a:appSettings", "1");
        set("lonely", "1");
        Running.SERVER.ask(Command.HSET, "tenantry:{00}:x", "field", "value");
        var collected = read();
        assertThat(collected.rows()).isEmpty();
        assertThat(collected.remarks())
                .containsExactlyInAnyOrder(
                        "ORPHAN key a:appSettings", "STRANGER key lonely", "STRANGER key tenantry:{00}:x");
    }

    @Test
    void manyTenantsAreReadBatchByBatch() {
        var script = "for n = 1, 3000 do redis.call('SET', 't' .. n .. ':clientInfo', '{}') end";
        Running.SERVER.ask(Command.EVAL, script, "0");
        assertThat(read().rows()).hasSize(3000);
    }

    @Test
    void serverThatIsNotThereIsToldWithoutADetour() {
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> read("redis://127.0.0.1:1"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> read("redis+cluster://127.0.0.1:1"))
                .withMessageContaining("redis://host:port");
    }
}

package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.sql.testkit.MariaDbServer;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.ForeignDatabase.Place;
import dev.tenantry.domain.testkit.CollectedRows;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** ACE's tables on MariaDB, where they take {@code a} for {@code A} and ignore blanks at the end. */
@EnabledIf("dev.tenantry.adapters.sql.testkit.MariaDbServer#isWanted")
class AceMariaDbTest {

    private static final Life LIFE = new Life(new TenantId("acme"), Incarnation.LEGACY);

    private final String url = MariaDbServer.newDatabase();

    private static String row(String clientKey, String key, String val) {
        return "INSERT INTO AddonSettings (clientKey, `key`, val) VALUES ('%s', '%s', '%s')"
                .formatted(clientKey, key, val);
    }

    @Test
    void whatDiffersIsKeptApartOnceTheTablesArePrepared() {
        Raw.run(url, "ace-mariadb-ddl.sql");
        Raw.execute(
                url,
                row("acme", "clientInfo", "{\"sharedSecret\":\"lower\"}"),
                row("ACME", "clientInfo", "{\"sharedSecret\":\"upper\"}"),
                row("acme ", "clientInfo", "{\"sharedSecret\":\"blank\"}"),
                row("acme", "a", "1"),
                row("acme", "A", "2"),
                row("acme", "a ", "3"),
                row("acme", "a", "1.0"));
        try (var storage = Config.of(url).open()) {
            assertThat(storage.isPrepared()).isFalse();
            assertThat(storage.prepare())
                    .contains(
                            "Made the columns of table AddonSettings tell apart all that differs.",
                            "Moved row 4 of table AddonSettings to TenantryDuplicates: row 7 has the same name,"
                                    + " 'a' of tenant acme, and is newer.")
                    .filteredOn(done -> done.startsWith("Moved"))
                    .hasSize(1);
            assertThat(storage.isPrepared()).isTrue();
            assertThat(storage.installations().page(Optional.empty(), 10))
                    .extracting(found -> found.id().value())
                    .containsExactly("ACME", "acme", "acme ");
            assertThat(storage.settings().page(LIFE, Optional.empty(), 10))
                    .containsExactly(setting("A", "2"), setting("a", "1.0"), setting("a ", "3"));
        }
    }

    @Test
    void whatDiffersIsReadApartBeforeTheTablesArePrepared() {
        Raw.run(url, "ace-mariadb-ddl.sql");
        Raw.execute(
                url,
                row("acme", "clientInfo", "{\"n\":1}"),
                row("ACME", "clientInfo", "{\"n\":2}"),
                row("acme", "a", "1"),
                row("acme", "A", "2"),
                row("acme", "a", "3"),
                row("Acme", "a", "4"),
                "INSERT INTO InstallationClientKeys (installationId, clientKey) VALUES ('ari:1', 'ACME')");
        var collected = CollectedRows.of(new SqlForeignDatabase().ace(new Place(url, "", "", "")));
        assertThat(collected.rows()).containsOnlyKeys("acme", "ACME");
        assertThat(collected.rows("acme")).containsExactly("clientInfo={\"n\":1}", "a=3", "A=2");
        assertThat(collected.rows("ACME")).containsExactly("clientInfo={\"n\":2}");
        assertThat(collected.aliases()).containsOnlyKeys("ACME");
        assertThat(collected.remarks())
                .containsExactly("DUPLICATE row 3, setting a of tenant acme", "ORPHAN setting a of tenant Acme");
    }

    /** MariaDB's JSON type is text with a check that gives up at 32 levels. */
    @Test
    void valueMayBeNestedMoreDeeplyThanTheCheckOfTheColumnWouldAllow() {
        Raw.run(url, "ace-mariadb-ddl.sql");
        Raw.execute(url, row("acme", "clientInfo", "{}"));
        var deep = setting("deep", "[".repeat(64) + "]".repeat(64));
        try (var storage = Config.prepared(url)) {
            storage.settings().put(LIFE, deep, new Any(), 10);
            assertThat(storage.settings().find(LIFE, deep.key())).contains(deep);
        }
    }

    @Test
    void linksThatDifferInCaseAreTwo() {
        Raw.run(url, "ace-mariadb-ddl.sql");
        Raw.execute(
                url,
                "INSERT INTO InstallationClientKeys (installationId, clientKey) VALUES ('x', 'lower'), ('X', 'upper')");
        try (var storage = Config.prepared(url)) {
            assertThat(storage.links().resolve(new Alias("x"))).contains(new TenantId("lower"));
            assertThat(storage.links().resolve(new Alias("X"))).contains(new TenantId("upper"));
        }
    }
}

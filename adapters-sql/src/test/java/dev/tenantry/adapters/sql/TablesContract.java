package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition.Absent;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.Precondition.Present;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.testkit.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the rows look like to others, and what becomes of rows that others wrote. */
interface TablesContract extends OnDatabase {

    private void insert(String clientKey, String key, String val) {
        Raw.execute(
                url(),
                "INSERT INTO \"AddonSettings\" (\"clientKey\", \"key\", \"val\") VALUES (%s, %s, %s)"
                        .formatted(clientKey, key, val));
    }

    private List<String> rows(String condition) {
        return Raw.query(
                url(), "SELECT \"clientKey\", \"key\" FROM \"AddonSettings\" WHERE " + condition + " ORDER BY \"id\"");
    }

    private int highestId() {
        return Integer.parseInt(
                Raw.query(url(), "SELECT MAX(\"id\") FROM \"AddonSettings\"").get(0));
    }

    @Test
    default void twentyFirstPutsOfOneKeyLeaveOneRow() {
        var life = begin(tenant("acme"));
        for (int round = 0; round < 5; round++) {
            var key = "key" + round;
            var outcomes = Race.run(20, n -> storage().settings().put(life, setting(key, "" + n), new Any(), 100));
            assertThat(outcomes).containsOnlyOnce(PutOutcome.CREATED).hasSize(20);
            assertThat(rows("\"key\" = '" + key + "'")).hasSize(1);
        }
    }

    @Test
    default void sixteenWritersAtOnceSeeNoError() {
        var lives = Race.run(16, n -> begin(tenant("tenant" + n)));
        var outcomes = Race.run(16, n -> {
            for (int round = 0; round < 20; round++) {
                storage().settings().put(lives.get(n), setting("key" + round % 4, "" + round), new Any(), 100);
            }
            return storage()
                    .settings()
                    .page(lives.get(n), Optional.empty(), 100)
                    .size();
        });
        assertThat(outcomes).containsOnly(4);
    }

    @Test
    default void updatesUseUpNoIds() {
        var record = tenant("acme");
        var life = begin(record);
        storage().settings().put(life, setting("a", "1"), new Any(), 100);
        int before = highestId();
        for (int round = 0; round < 20; round++) {
            storage().settings().put(life, setting("a", "" + round), new Any(), 100);
            storage().settings().put(life, setting("a", "1"), new Absent(), 100);
            storage().installations().commit(Commit.replace(record, record));
            storage().links().link(link("alias", "acme"));
        }
        storage().settings().put(life, setting("b", "1"), new Any(), 100);
        assertThat(highestId()).isEqualTo(before + 1);
    }

    @Test
    default void sqlNullIsAnAbsentSetting() {
        var life = begin(tenant("acme"));
        insert("'acme'", "'nothing'", "NULL");
        int id = highestId();
        var key = new SettingKey("nothing");
        assertThat(storage().settings().find(life, key)).isEmpty();
        assertThat(storage().settings().page(life, Optional.empty(), 10)).isEmpty();
        assertThat(storage().settings().remove(life, key, new Any())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(storage().settings().put(life, setting("nothing", "1"), new Present(), 10))
                .isEqualTo(PutOutcome.UNMET);
        assertThat(storage().settings().put(life, setting("nothing", "1"), new Absent(), 1))
                .isEqualTo(PutOutcome.CREATED);
        assertThat(storage().settings().find(life, key)).contains(setting("nothing", "1"));
        assertThat(highestId()).isEqualTo(id);
    }

    @Test
    default void sqlNullIsAnAbsentRecordAndAnAbsentSeed() {
        insert("'acme'", "'clientInfo'", "NULL");
        var record = tenant("acme");
        assertThat(storage().installations().find(record.id())).isEmpty();
        assertThat(storage().installations().page(Optional.empty(), 10)).isEmpty();
        begin(record);
        insert("'acme'", "'a'", "NULL");
        var seed = new Commit(
                record.id(), Optional.of(record), Optional.of(record), Optional.empty(), List.of(setting("a", "1")));
        assertThat(storage().installations().commit(seed)).isTrue();
        assertThat(storage().settings().page(record.life().orElseThrow(), Optional.empty(), 10))
                .containsExactly(setting("a", "1"));
        assertThat(rows("1 = 1")).containsExactly("acme|clientInfo", "acme|a");
    }

    @Test
    default void rowsWithoutATenantOrAKeyAreLeftAlone() {
        insert("NULL", "'orphan'", "'1'");
        insert("NULL", "'clientInfo'", "'1'");
        insert("'acme'", "NULL", "'2'");
        var record = tenant("acme");
        var life = begin(record);
        assertThat(storage().settings().page(life, Optional.empty(), 10)).isEmpty();
        assertThat(storage().installations().page(Optional.empty(), 10)).containsExactly(record);
        storage().installations().commit(Commit.replace(record, record.withoutSettings()));
        assertThat(rows("\"key\" IS NULL OR \"clientKey\" IS NULL"))
                .containsExactly("null|orphan", "null|clientInfo", "acme|null");
    }

    @Test
    default void rowsOfTheFrameworkAreNoSettingsAndGoWithTheIncarnation() {
        var record = tenant("acme");
        var life = begin(record);
        insert("'acme'", "'bearer:0123456789abcdef'", "'{\"token\":1}'");
        storage().settings().put(life, setting("a", "1"), new Any(), 1);
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(setting("a", "1"));
        storage().installations().commit(Commit.replace(record, record.with(record.lifecycle())));
        assertThat(rows("\"key\" <> 'clientInfo'")).containsExactly("acme|bearer:0123456789abcdef", "acme|a");
        storage().installations().commit(Commit.replace(record, record.withoutSettings()));
        assertThat(rows("1 = 1")).containsExactly("acme|clientInfo");
    }

    @Test
    default void rowsWhoseNamesCannotBeOursAreNotSeen() {
        var life = begin(tenant("b"));
        for (var name : List.of("''", "'a\u0001'", "'c\u007f'", "'.'", "'..'")) {
            insert("'b'", name, "'1'");
            insert(name, "'clientInfo'", "'{}'");
        }
        storage().settings().put(life, setting("b", "1"), new Any(), 10);
        begin(tenant("d"));
        assertThat(storage().settings().page(life, Optional.empty(), 1)).containsExactly(setting("b", "1"));
        assertThat(storage().installations().page(Optional.empty(), 1))
                .extracting(found -> found.id().value())
                .containsExactly(".");
        assertThat(storage().installations().page(Optional.empty(), 10))
                .extracting(found -> found.id().value())
                .containsExactly(".", "..", "b", "d");
    }

    @Test
    default void whatAnUnknownLifeLeftIsNotThereInTheNext() {
        insert("'acme'", "'left behind'", "'1'");
        insert("'acme'", "'bearer:x'", "'1'");
        var life = begin(tenant("acme"));
        assertThat(storage().settings().page(life, Optional.empty(), 10)).isEmpty();
        assertThat(rows("1 = 1")).containsExactly("acme|clientInfo");
    }

    @Test
    default void linksGoWithTheRecord() {
        var record = tenant("acme");
        begin(record);
        storage().links().link(link("alias", "acme"));
        var removal = new Commit(record.id(), Optional.of(record), Optional.empty(), record.incarnation(), List.of());
        assertThat(storage().installations().commit(removal)).isTrue();
        assertThat(storage().links().resolve(link("alias", "acme").alias())).isEmpty();
        assertThat(rows("1 = 1")).isEmpty();
    }

    @Test
    default void aliasOfWhoIsNoTenantIsFree() {
        Raw.execute(
                url(),
                "INSERT INTO \"InstallationClientKeys\" (\"installationId\", \"clientKey\") VALUES ('alias', 'gone')");
        insert("'gone'", "'clientInfo'", "NULL");
        begin(tenant("acme"));
        begin(tenant("other"));
        var acme = link("alias", "acme");
        assertThat(storage().links().link(acme)).contains(acme.tenant());
        assertThat(storage().links().resolve(acme.alias())).contains(acme.tenant());
        assertThat(storage().links().list(acme.tenant())).containsExactly(acme);
        assertThat(storage().links().link(link("alias", "other"))).contains(acme.tenant());
    }

    @Test
    default void settingsOfAnotherLifeKeepTheirIds() {
        var record = tenant("acme");
        begin(record);
        int id = highestId();
        storage().installations().commit(Commit.replace(record, reborn(record)));
        assertThat(highestId()).isEqualTo(id);
    }

    @Test
    default void archiveShowsWhatCannotBeRead() {
        var record = tenant("b");
        var life = begin(record);
        for (var name : List.of("'a\u0001'", "'.'")) {
            insert("'b'", name, "'1'");
            insert(name, "'clientInfo'", "'{\"tenantry\":{}}'");
        }
        insert("'b'", "'bearer:x'", "'1'");
        insert("'b'", "'nothing'", "NULL");
        storage().settings().put(life, setting("b", "1"), new Any(), 10);
        assertThat(storage().archive().tenants(Optional.empty(), 10))
                .containsExactly(
                        new Row<>(".", Optional.empty()),
                        new Row<>("a\u0001", Optional.empty()),
                        new Row<>("b", Optional.of(record)));
        assertThat(storage().archive().settings(life, Optional.empty(), 10))
                .containsExactly(
                        new Row<>(".", Optional.empty()),
                        new Row<>("a\u0001", Optional.empty()),
                        new Row<>("b", Optional.of(setting("b", "1"))));
        assertThat(storage().archive().settings(life, Optional.of("."), 1))
                .containsExactly(new Row<>("a\u0001", Optional.empty()));
    }
}

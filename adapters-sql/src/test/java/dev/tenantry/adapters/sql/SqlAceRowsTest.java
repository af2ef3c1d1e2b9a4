package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.ForeignDatabase.Place;
import dev.tenantry.domain.testkit.CollectedRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that ACE 11.5.3 made, read as they are; nothing was prepared. */
class SqlAceRowsTest {

    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void create() {
        url = "jdbc:sqlite:" + folder.resolve("ace.db");
    }

    private static CollectedRows read(String url, String table) {
        return CollectedRows.of(new SqlForeignDatabase().ace(new Place(url, "", "", table)));
    }

    private static void assertComplete(CollectedRows collected) {
        var acme = collected.rows("jira:4c1f6a52-0d3e-4a58-9a47-6f0e5d1b7c01");
        assertThat(collected.rows()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(acme.get(0)).startsWith("clientInfo={");
        assertThat(acme).filteredOn(row -> row.startsWith("bearer:")).isNotEmpty();
        assertThat(acme)
                .contains("yes=true", "looksLikeNumber=\"123\"", "nothing=nothing")
                .contains("escapedNul=\"\\u0000\"");
        assertThat(collected.aliases())
                .containsEntry(
                        "0f3c5a1e-6d2b-4b8f-9e70-1c4d8a2f5e04",
                        List.of("ari:cloud:ecosystem::installation/22222222-0000-4000-8000-000000000004"));
        assertThat(collected.remarks())
                .contains("ORPHAN setting appSettings of tenant 6a9b2f10-3c4d-4e5f-8a6b-7c8d9e0f1a06")
                .filteredOn(remark -> remark.startsWith("ORPHAN"))
                .hasSize(2);
    }

    @Test
    void sqliteFileOfAceIsReadAndNotChanged() throws Exception {
        Raw.run(url, "ace-sqlite.sql");
        var before = Files.readAllBytes(folder.resolve("ace.db"));
        assertComplete(read(url, ""));
        assertThat(Files.readAllBytes(folder.resolve("ace.db"))).isEqualTo(before);
    }

    @Test
    void postgresDatabaseOfAceIsRead() {
        var postgres = PostgresServer.newSchema();
        Raw.run(postgres, "ace-postgres.sql");
        assertComplete(read(postgres, ""));
    }

    @Test
    void newestOfSeveralRowsCounts() {
        Raw.execute(
                url,
                "CREATE TABLE AddonSettings (id INTEGER PRIMARY KEY AUTOINCREMENT, clientKey TEXT, key TEXT, val JSON)",
                "CREATE TABLE InstallationClientKeys (id INTEGER PRIMARY KEY, installationId TEXT, clientKey TEXT)",
                "INSERT INTO AddonSettings VALUES (1,'a','clientInfo','{\"n\":1}'), (2,'a','k','1'), (3,'a','k','2'),"
                        + " (4,'a','clientInfo','{\"n\":2}'), (5,'A','k','3')",
                "INSERT INTO InstallationClientKeys VALUES (1,'ari:1','gone'), (2,'ari:2','a'), (3,'ari:1','a')");
        var collected = read(url, "");
        assertThat(collected.rows()).containsOnlyKeys("a");
        assertThat(collected.rows("a")).containsExactly("clientInfo={\"n\":2}", "k=2");
        assertThat(collected.aliases()).containsEntry("a", List.of("ari:1", "ari:2"));
        assertThat(collected.remarks())
                .containsExactlyInAnyOrder(
                        "DUPLICATE row 2, setting k of tenant a",
                        "DUPLICATE row 1, setting clientInfo of tenant a",
                        "ORPHAN setting k of tenant A",
                        "LOOSE_LINK link ari:1 of tenant gone");
    }

    @Test
    void settingsOfForgeInstallationsAreToldAndTheirTokensCounted() {
        Raw.execute(
                url,
                "CREATE TABLE MySettings (id INTEGER PRIMARY KEY, clientKey TEXT, key TEXT, val JSON)",
                "CREATE TABLE ForgeSettings (id INTEGER PRIMARY KEY, installationId TEXT, key TEXT, val JSON)",
                "INSERT INTO ForgeSettings VALUES (1,'ari:1','appToken','{}'), (2,'ari:1','colour','\"red\"')");
        assertThat(read(url, "MySettings").remarks())
                .containsExactly(
                        "CACHED_TOKEN setting appToken of Forge installation ari:1",
                        "SETTING setting colour of Forge installation ari:1: only tenants have settings here");
    }

    @Test
    void databaseWithoutAceIsRefusedAndNotMade() {
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> read(url, ""));
        assertThat(folder.resolve("ace.db")).doesNotExist();
        Raw.execute(url, "CREATE TABLE other (id INTEGER)");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> read(url, ""))
                .withMessage("there is no table AddonSettings of ACE's");
    }

    @Test
    void manyTenantsAreReadPageByPage() {
        Raw.execute(
                url,
                "CREATE TABLE AddonSettings (id INTEGER PRIMARY KEY, clientKey TEXT, key TEXT, val JSON)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1201)"
                        + " INSERT INTO AddonSettings SELECT i, 'tenant-' || i, 'clientInfo', '{}' FROM n");
        assertThat(read(url, "").rows()).hasSize(1201);
    }
}

package dev.tenantry.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator runs them, from one SQLite file into another. */
class ImportCommandsTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String TABLE =
            "CREATE TABLE AddonSettings (id INTEGER PRIMARY KEY AUTOINCREMENT, clientKey TEXT, key TEXT, val JSON)";
    private static final String ROWS = "INSERT INTO AddonSettings (clientKey, key, val) VALUES"
            + " ('acme', 'clientInfo', '{\"clientKey\":\"acme\",\"sharedSecret\":\"hush\"}'),"
            + " ('acme', 'appSettings', '{\"a\": 1.0}'), ('acme', 'packed', '\"{\\\"b\\\":2}\"'),"
            + " ('acme', 'bearer:1', '{}'), ('gone', 'appSettings', '1')";
    private static final String BAD_ROW = "INSERT INTO AddonSettings (clientKey, key, val) VALUES ('acme', 'bad', '{')";
    private static final String SETTINGS = "SELECT key || '=' || CAST(val AS TEXT) FROM AddonSettings"
            + " WHERE clientKey = 'acme' AND key <> 'clientInfo' ORDER BY key";

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();

    private String ace = "";
    private String target = "";

    @BeforeEach
    void fill() throws Exception {
        ace = "jdbc:sqlite:" + folder.resolve("ace.db");
        target = "jdbc:sqlite:" + folder.resolve("tenantry.db");
        execute(TABLE, ROWS);
    }

    private void execute(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection(ace);
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }

    private static List<String> query(String url, String query) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var rows = connection.createStatement().executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Returns the shipped configuration with this database and enough patience for a busy machine. */
    private String config(String url) throws Exception {
        try (var shipped = ImportCommandsTest.class.getResourceAsStream("/config.yml")) {
            var config = (ObjectNode) YAML.readTree(shipped);
            ((ObjectNode) config.get("storage")).put("url", url).put("timeout", "20s");
            return Files.writeString(folder.resolve("config.yml"), YAML.writeValueAsString(config))
                    .toString();
        }
    }

    private boolean importAce(String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("import-ace", "--from", ace));
        arguments.addAll(List.of(options));
        arguments.add(config(target));
        return cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void whatAceStoredIsCarriedOver() throws Exception {
        assertThat(importAce()).isTrue();
        assertThat(query(target, SETTINGS)).containsExactly("appSettings={\"a\": 1.0}", "packed={\"b\":2}");
        assertThat(query(target, "SELECT clientKey FROM AddonSettings WHERE key = 'clientInfo'"))
                .containsExactly("acme");
        assertThat(importAce()).isTrue();
    }

    @Test
    void dryRunCarriesNothing() throws Exception {
        assertThat(importAce("--dry-run")).isTrue();
        assertThat(query(target, "SELECT key FROM AddonSettings")).isEmpty();
    }

    @Test
    void badRowStopsNothingElseAndMakesTheCommandFail() throws Exception {
        execute(BAD_ROW);
        assertThat(importAce()).isFalse();
        assertThat(cli.errors().strip())
                .isEqualTo("tenantry: not everything is as the source says; what is not is named above");
        assertThat(query(target, SETTINGS)).hasSize(2);
    }

    @Test
    void databaseOfAceIsTakenOverWhereItIs() throws Exception {
        assertThat(cli.run("import-ace", config(ace))).isTrue();
        assertThat(query(ace, SETTINGS)).containsExactly("appSettings={\"a\": 1.0}", "bearer:1={}", "packed={\"b\":2}");
        assertThat(query(ace, "SELECT COUNT(*) FROM TenantryDuplicates")).containsExactly("0");
    }

    @Test
    void dryRunTakesNothingOver() throws Exception {
        assertThat(cli.run("import-ace", "--dry-run", config(ace))).isTrue();
        assertThat(query(ace, "SELECT name FROM sqlite_master WHERE name LIKE 'Tenantry%'"))
                .isEmpty();
        assertThat(query(ace, SETTINGS)).contains("packed=\"{\\\"b\\\":2}\"");
    }

    @Test
    void hostsOfSpringBootAreCarriedOver() throws Exception {
        execute(
                "CREATE TABLE atlassian_host (client_key TEXT PRIMARY KEY, shared_secret TEXT, base_url TEXT)",
                "INSERT INTO atlassian_host VALUES ('acme', 'hush', 'https://acme.atlassian.net')");
        assertThat(cli.run("import-acsb", "--from", ace, config(target))).isTrue();
        assertThat(query(target, "SELECT json_extract(CAST(val AS TEXT), '$.sharedSecret') FROM AddonSettings"))
                .containsExactly("hush");
    }

    @Test
    void sourceThatCannotBeReadCostsOneSentence() throws Exception {
        assertThat(cli.run("import-ace", "--from", "ftp://here", config(target)))
                .isFalse();
        assertThat(cli.errors())
                .startsWith("tenantry: --from must be a URL that begins with jdbc:, mongodb: or redis:")
                .hasLineCount(1);
    }

    @Test
    void databaseWithoutAceCannotBeTakenOver() throws Exception {
        assertThat(cli.run("import-ace", config(target))).isFalse();
        assertThat(cli.errors()).startsWith("tenantry: ").hasLineCount(1);
        assertThat(folder.resolve("tenantry.db")).doesNotExist();
    }
}

package dev.tenantry.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.Cli;
import dev.tenantry.app.move.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encryption as an operator meets it: files, commands, and what lies in the database. */
@Timeout(300)
class RotateEncryptionCommandTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> SECRETS =
            List.of("s\u00E9cret", "older", "secret of b", "secret of c", "a/%{b}={\"z\":1.0");

    private final String sample = Samples.export(Samples.storage(), true);
    private final Cli cli = new Cli();
    private final PrintStream standard = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(standard);
    }

    /** Returns the configuration of a database in which the setting {@code a/%{b}} of the samples has a secret. */
    private String config(String name, String keyset) throws IOException {
        try (var shipped = Objects.requireNonNull(Cli.class.getResourceAsStream("/config.yml"))) {
            var config = (ObjectNode) YAML.readTree(shipped);
            ((ObjectNode) config.at("/storage"))
                    .put("url", "jdbc:sqlite:" + folder.resolve(name + ".db"))
                    .put("timeout", "20s");
            ((ObjectNode) config.at("/encryption")).put("keyset", keyset);
            ((ObjectNode) config.at("/settings/definitions/0"))
                    .put("key", "a/%{b}")
                    .set("schema", YAML.readTree("{type: object, properties: {z: {type: number, secret: true}}}"));
            ((ObjectNode) config.at("/settings/definitions/0")).remove("default");
            return Files.writeString(folder.resolve(name + keyset + ".yml"), YAML.writeValueAsString(config))
                    .toString();
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void run(String... arguments) {
        assertThat(cli.run(arguments)).as(() -> cli.errors()).isTrue();
    }

    private String refused(String... arguments) {
        assertThat(cli.run(arguments)).isFalse();
        assertThat(cli.errors()).doesNotContain("\tat ").doesNotContain("keyMaterialType");
        return cli.errors();
    }

    private String imported(String name, String keyset) throws IOException {
        Files.writeString(folder.resolve("seed.ndjson"), sample);
        var config = config(name, keyset);
        run("import", config, file("seed.ndjson"));
        return config;
    }

    private String exported(String config) throws IOException {
        run("export", config, file("out.ndjson"), "--with-secrets");
        return Files.readString(folder.resolve("out.ndjson"));
    }

    private String values(String name) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name + ".db"));
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT \"key\" || '=' || CAST(val AS TEXT) FROM AddonSettings"
                                + " WHERE \"key\" IN ('clientInfo', 'a/%{b}')")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return String.join("\n", values);
    }

    @Test
    void fileOfANewKeysetIsItsOwnersAndKeepsOldKeys() throws Exception {
        run("rotate-encryption", "--new-key", file("keyset.json"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keyset.json"))))
                .isEqualTo("rw-------");
        var first = Files.readString(folder.resolve("keyset.json"));
        run("rotate-encryption", "--new-key", file("keyset.json"));
        assertThat(YAML.readTree(folder.resolve("keyset.json").toFile()).path("key"))
                .hasSize(2);
        assertThat(first).isNotEqualTo(Files.readString(folder.resolve("keyset.json")));
        run("rotate-encryption", "--use-new-key", file("keyset.json"));
        run("rotate-encryption", "--drop-old-keys", file("keyset.json"));
        assertThat(YAML.readTree(folder.resolve("keyset.json").toFile()).path("key"))
                .hasSize(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("has a new keyset", "has 2 keys now", "The newest key of", "has one key now")
                .doesNotContain("keyData");
    }

    @Test
    void fileThatIsNoKeysetIsLeftAsItIs() throws Exception {
        Files.writeString(folder.resolve("keyset.json"), "{\"mine\":1}");
        assertThat(refused("rotate-encryption", "--new-key", file("keyset.json")))
                .contains("keyset.json is left as it is: it is no keyset");
        assertThat(folder.resolve("keyset.json")).hasContent("{\"mine\":1}");
    }

    @Test
    void nothingOfAnImportIsInTheClearAndAnExportIsTheSame() throws Exception {
        run("rotate-encryption", "--new-key", file("keyset.json"));
        var config = imported("first", "keyset.json");
        assertThat(values("first")).contains("tenantry:sealed:v1:").doesNotContain(SECRETS);
        assertThat(exported(config)).isEqualTo(sample);
    }

    @Test
    void databaseInTheClearIsSealedUnderANewerKeyAndPutIntoTheClearAgain() throws Exception {
        run("rotate-encryption", "--new-key", file("keyset.json"));
        imported("first", "");
        assertThat(values("first")).contains(SECRETS);
        var config = config("first", "keyset.json");
        run("rotate-encryption", config);
        assertThat(values("first")).doesNotContain(SECRETS);
        run("rotate-encryption", "--new-key", file("keyset.json"));
        run("rotate-encryption", config);
        run("rotate-encryption", "--use-new-key", file("keyset.json"));
        run("rotate-encryption", config);
        run("rotate-encryption", config);
        run("rotate-encryption", "--drop-old-keys", file("keyset.json"));
        assertThat(exported(config)).isEqualTo(sample);
        run("rotate-encryption", config, "--decrypt");
        assertThat(values("first")).contains(SECRETS).doesNotContain("tenantry:sealed");
        assertThat(exported(config("first", ""))).isEqualTo(sample);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("written: 3 tenants, 1 setting", "unchanged: 3 tenants, 1 setting")
                .contains("Everything is sealed.", "sealed by one key", "Everything is in the clear.");
    }

    @Test
    void copySealsUnderTheKeysetOfTheTarget() throws Exception {
        run("rotate-encryption", "--new-key", file("from.json"));
        run("rotate-encryption", "--new-key", file("to.json"));
        var source = imported("first", "from.json");
        var target = config("second", "to.json");
        run("copy", source, target);
        run("copy", "--verify", source, target);
        assertThat(exported(target)).isEqualTo(sample);
        assertThat(refused("export", config("second", "from.json"), file("out.ndjson"), "--with-secrets"))
                .contains("not everything was exported");
    }

    @Test
    void whatCannotBeUnsealedFailsTheCommand() throws Exception {
        run("rotate-encryption", "--new-key", file("keyset.json"));
        run("rotate-encryption", "--new-key", file("other.json"));
        imported("first", "keyset.json");
        assertThat(refused("rotate-encryption", config("first", "other.json")))
                .contains("not everything is sealed by the key that seals");
    }

    @Test
    void withoutAKeysetThereIsNothingToRotate() throws Exception {
        assertThat(refused("rotate-encryption", config("first", ""))).contains("encryption.keyset is empty");
    }
}

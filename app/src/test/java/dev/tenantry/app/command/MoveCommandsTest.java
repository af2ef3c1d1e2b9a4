package dev.tenantry.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.Cli;
import dev.tenantry.app.TenantryApplication;
import dev.tenantry.app.move.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class MoveCommandsTest {

    private static final YAMLMapper YAML = new YAMLMapper();

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

    private String config(String name, String url) throws IOException {
        try (var shipped = Objects.requireNonNull(MoveCommandsTest.class.getResourceAsStream("/config.yml"))) {
            var config = (ObjectNode) YAML.readTree(shipped);
            ((ObjectNode) config.at("/storage")).put("url", url).put("timeout", "20s");
            return Files.writeString(folder.resolve(name + ".yml"), YAML.writeValueAsString(config))
                    .toString();
        }
    }

    private String sqlite(String name) throws IOException {
        return config(name, "jdbc:sqlite:" + folder.resolve(name + ".db"));
    }

    private String h2(String name) throws IOException {
        return config(name, "jdbc:h2:" + folder.resolve(name));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void run(String... arguments) {
        assertThat(cli.run(arguments)).as(() -> cli.errors()).isTrue();
    }

    private String refused(String... arguments) {
        assertThat(cli.run(arguments)).isFalse();
        assertThat(cli.errors()).startsWith("tenantry: ").doesNotContain("\tat ");
        return cli.errors();
    }

    private String seeded(String config, String export) throws IOException {
        Files.writeString(folder.resolve("seed.ndjson"), export);
        run("import", config, file("seed.ndjson"));
        return config;
    }

    @Test
    void copyThroughTwoDatabasesAndBackIsTheSameByteForByte() throws Exception {
        var export = Samples.export(Samples.storage(), true);
        var first = seeded(sqlite("first"), export);
        run("copy", first, h2("second"));
        run("copy", "--verify", first, h2("second"));
        run("copy", h2("second"), sqlite("third"));
        run("export", sqlite("third"), file("out.ndjson.gz"), "--with-secrets");
        run("import", sqlite("fourth"), file("out.ndjson.gz"));
        run("export", sqlite("fourth"), file("out.ndjson"), "--with-secrets");
        assertThat(folder.resolve("out.ndjson")).hasContent(export);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("out.ndjson"))))
                .isEqualTo("rw-------");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("pass 1: written: 3 tenants, 4 settings, 3 links", "pass 2: unchanged: 3 tenants")
                .contains("Nobody can say so of a source that is in use")
                .doesNotContain("nothing was lost");
    }

    @Test
    void nothingIsSaidToBeLostOnlyWhileNobodyWritesToTheSource() throws Exception {
        var source = seeded(sqlite("first"), Samples.export(Samples.storage(), true));
        var second = sqlite("second");
        run("copy", source, second);
        run("copy", with("/storage", "readOnly", "true", source), second);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .endsWith("nobody writes to the source: nothing was lost." + System.lineSeparator());
        assertThat(refused("copy", source, with("/storage", "readOnly", "true", second)))
                .contains("storage.readOnly is true, and this command writes");
    }

    @Test
    void exportLeavesNoSecretMemberOfASettingBehindUnnoticed() throws Exception {
        var source = seeded(sqlite("first"), Samples.export(Samples.storage(), true));
        var secretive = with("/settings/definitions/0/schema/properties/settings1", "secret", "true", source);
        assertThat(refused("export", secretive, file("out.ndjson"))).contains("secret members");
        run("export", secretive, file("out.ndjson"), "--with-secrets");
    }

    private String with(String place, String key, String value, String config) throws IOException {
        var yaml = YAML.readTree(Path.of(config).toFile());
        ((ObjectNode) yaml.at(place)).set(key, YAML.readTree(value));
        return Files.writeString(folder.resolve(key + ".yml"), YAML.writeValueAsString(yaml))
                .toString();
    }

    @Test
    void exportToStandardOutputIsNothingButLines() throws Exception {
        var export = Samples.export(Samples.storage(), false);
        var config = seeded(sqlite("first"), export);
        printed.reset();
        run("export", config, "-");
        assertThat(printed).hasToString(export);
    }

    @Test
    void trialWritesNothing() throws Exception {
        var first = seeded(sqlite("first"), Samples.export(Samples.storage(), true));
        var second = sqlite("second");
        assertThat(refused("copy", "--dry-run", first, second)).contains("the target is not prepared");
        run("prepare", second);
        run("copy", "--dry-run", first, second);
        run("export", second, file("out.ndjson"));
        assertThat(Files.readString(folder.resolve("out.ndjson"))).contains("\"tenants\":0");
    }

    @Test
    void differencesAreNamedAndFail() throws Exception {
        var first = seeded(sqlite("first"), Samples.export(Samples.storage(), true));
        var second = sqlite("second");
        run("prepare", second);
        assertThat(refused("copy", "--verify", first, second)).contains("different: 3 tenants");
    }

    @Test
    void storageIsNotCopiedToItself() throws Exception {
        var first = sqlite("first");
        var same = config("same", "jdbc:sqlite:" + folder.resolve("./first.db") + "?cache=shared");
        assertThat(refused("copy", first, same)).contains("the same storage");
    }

    @Test
    void sourceThatIsNoStorageOfOursIsRefused() throws Exception {
        assertThat(refused("copy", sqlite("empty"), sqlite("second"))).contains("the source is not prepared");
    }

    @Test
    void fileThatCannotBeReadCostsOneSentence() throws Exception {
        var config = sqlite("first");
        assertThat(refused("import", config, file("nowhere.ndjson"))).contains("there is no file");
    }

    @Test
    void folderThatIsNotThereCostsOneSentence() throws Exception {
        var config = seeded(sqlite("first"), Samples.export(Samples.storage(), true));
        assertThat(refused("export", config, file("nowhere/out.ndjson"))).contains("there is no folder");
    }

    @Test
    void badFileIsImportedAsFarAsItGoesAndFails() throws Exception {
        var export = Samples.export(Samples.storage(), true);
        Files.writeString(folder.resolve("cut.ndjson"), export.substring(0, export.length() - 30));
        assertThat(refused("import", sqlite("first"), file("cut.ndjson"))).contains("not everything was imported");
        Files.writeString(folder.resolve("plain.gz"), export);
        var second = new Cli();
        assertThat(second.run("import", sqlite("first"), file("plain.gz"))).isFalse();
        assertThat(second.errors()).contains("not packed by gzip");
    }

    @Test
    void copyThatIsKilledGoesOnWhereItWas() throws Exception {
        var first = seeded(sqlite("first"), Samples.export(Samples.storage(1500), true));
        var second = sqlite("second");
        kill(start("copy", first, second), folder.resolve("second.db-wal"));
        run("copy", first, second);
        run("copy", "--verify", first, second);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("pass 1: unchanged: 1500 tenants, 3000 settings");
    }

    private Process start(String... arguments) throws IOException {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                TenantryApplication.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("copy.log").toFile())
                .start();
    }

    /** Kills it as soon as it has written something of what it has to write. */
    private static void kill(Process copy, Path written) throws Exception {
        while (copy.isAlive() && (!Files.exists(written) || Files.size(written) < 1 << 20)) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        copy.destroyForcibly();
        assertThat(copy.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(copy.exitValue())
                .as("exit code of a process that was killed")
                .isNotZero();
    }
}

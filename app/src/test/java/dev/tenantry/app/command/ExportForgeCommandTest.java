package dev.tenantry.app.command;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.adapters.http.testkit.ForgeStorageStandIn;
import dev.tenantry.adapters.sql.SqlStorageFactory;
import dev.tenantry.app.Cli;
import dev.tenantry.app.move.Samples;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import io.dropwizard.jackson.Jackson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ExportForgeCommandTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String ARI = "ari:cloud:ecosystem::installation/1";
    private static final String SCHEMA = "{\"properties\":{\"token\":{\"secret\":true}}}";

    private final Cli cli = new Cli();
    private final ForgeStorageStandIn forge = new ForgeStorageStandIn();
    private final PrintStream standard = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws Exception {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("token"), ForgeStorageStandIn.TOKEN + '\n');
    }

    @AfterEach
    void stop() {
        System.setOut(standard);
        forge.close();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String config() throws IOException {
        try (var shipped = Objects.requireNonNull(ExportForgeCommandTest.class.getResourceAsStream("/config.yml"))) {
            var config = (ObjectNode) YAML.readTree(shipped);
            ((ObjectNode) config.at("/app/forge")).put("storageUrl", forge.url().toString());
            ((ObjectNode) config.at("/storage")).put("url", "jdbc:sqlite:" + file("tenantry.db"));
            ((ObjectNode) config.at("/settings"))
                    .putArray("definitions")
                    .addObject()
                    .put("key", "account")
                    .set("schema", YAML.readTree(SCHEMA));
            return Files.writeString(folder.resolve("config.yml"), YAML.writeValueAsString(config))
                    .toString();
        }
    }

    private String seeded(Setting... settings) throws IOException {
        return seeded(Fixtures.tenant("acme"), settings);
    }

    private String seeded(TenantRecord acme, Setting... settings) throws IOException {
        var storage = new InMemoryStorage();
        storage.installations()
                .commit(new Commit(
                        acme.id(), Optional.empty(), Optional.of(acme), Optional.empty(), List.of(settings)));
        storage.links().link(Fixtures.link(ARI, "acme"));
        Files.writeString(folder.resolve("seed.ndjson"), Samples.export(storage, true));
        assertThat(cli.run("import", config(), file("seed.ndjson")))
                .as(cli.errors())
                .isTrue();
        printed.reset();
        return file("config.yml");
    }

    private boolean export(String... more) {
        var usual = List.of("export-forge", file("config.yml"), "--tenant", "acme", "--token-file", file("token"));
        return cli.run(Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void settingsArriveAndSecretsAreEncrypted() throws Exception {
        seeded(setting("a/b", "{\"x\":[1.0]}"), setting("account", "{\"token\":\"t\"}"));

        assertThat(export("--map", file("map.ndjson"))).as(cli.errors()).isTrue();
        assertThat(forge.plain()).hasToString("{a#2Fb={\"x\":[1]}}");
        assertThat(forge.secret()).hasToString("{account={\"token\":\"t\"}}");
        assertThat(folder.resolve("map.ndjson")).hasContent("""
                {"key":"a/b","forgeKey":"a#2Fb","store":"plain"}
                {"key":"account","forgeKey":"account","store":"secret"}
                """);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("written: 2 settings", "every setting is as it is here");
    }

    @Test
    void tokenThatWasKeptIsEnough() throws Exception {
        var token = Optional.of(new SystemToken(ForgeStorageStandIn.TOKEN));
        var presence = new ForgePresence(true, Fixtures.INSTALLED_AT, "1", token);
        var acme = Fixtures.tenant("acme");
        seeded(acme.with(acme.lifecycle().onForge(new Alias(ARI), presence)), setting("a", "1"));

        assertThat(cli.run("export-forge", file("config.yml"), "--tenant", "acme"))
                .as(cli.errors())
                .isTrue();
        assertThat(forge.plain()).containsKey("a");
    }

    @Test
    void repeatedExportReadsAndDoesNotWrite() throws Exception {
        seeded(setting("a", "1"));
        export();
        forge.calls().clear();

        assertThat(export()).isTrue();
        assertThat(forge.calls()).containsExactly("batch/get", "batch/get");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("unchanged: 1 setting");
    }

    @Test
    void exportThatWasCutOffGoesOn() throws Exception {
        seeded(setting("a", "1"), setting("account", "{}"));
        forge.beBusy(1, Optional.of("3600"));
        assertThat(export()).isFalse();
        assertThat(cli.errors()).contains("busy", "run the command again later").hasLineCount(1);

        assertThat(export("--verify")).isFalse();
        assertThat(forge.plain()).isEmpty();
        assertThat(export()).isTrue();
        assertThat(export("--verify")).isTrue();
    }

    @Test
    void tenantThatEndsMeanwhileIsNoSuccess() throws Exception {
        seeded(setting("a", "1"));
        forge.before("batch/set", () -> replace(TenantRecord::withoutSettings));

        assertThat(export()).isFalse();
        assertThat(cli.errors()).contains("tenant acme ended or began anew").hasLineCount(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("every setting is as it is here");
    }

    @Test
    void tenantThatBeginsAnewIsNotVerified() throws Exception {
        seeded(setting("a", "1"));
        assertThat(export()).isTrue();
        forge.before("batch/get", () -> replace(Fixtures::reborn));

        assertThat(export("--verify")).isFalse();
        assertThat(cli.errors()).contains("tenant acme ended or began anew");
    }

    private void replace(UnaryOperator<TenantRecord> event) {
        try (var storage = open()) {
            var acme = storage.installations().find(new TenantId("acme")).orElseThrow();
            storage.installations().commit(Commit.replace(acme, event.apply(acme)));
        }
    }

    private Storage open() {
        var url = Map.of("url", "jdbc:sqlite:" + file("tenantry.db"));
        return Jackson.newObjectMapper()
                .convertValue(url, SqlStorageFactory.class)
                .open();
    }

    @Test
    void dryRunCallsNobodyAndNamesWhatWouldNotArrive() throws Exception {
        seeded(
                setting("big", "[10000000000000000000001]"),
                setting("gone", "null"),
                setting("a/b", "1"),
                setting("deep", "[".repeat(32) + "]".repeat(32)));

        assertThat(cli.run("export-forge", file("config.yml"), "--tenant", ARI, "--dry-run"))
                .isFalse();
        assertThat(forge.calls()).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("a/b -> a#2Fb", "cannot hold the numbers at [/0]", "2 settings fit: at most 3 calls");
        assertThat(cli.errors()).contains("not every setting would arrive").hasLineCount(1);
    }

    @Test
    void numberThatForgeRoundsIsNamedAfterwards() throws Exception {
        seeded(setting("big", "10000000000000000000001"));

        assertThat(export()).isFalse();
        assertThat(forge.plain()).containsKey("big");
        assertThat(cli.errors()).contains("Forge does not have every setting");
    }

    @Test
    void mistakesAreOneSentenceWithoutTheToken() throws Exception {
        seeded(setting("a", "1"));
        Files.writeString(folder.resolve("token"), "wrong");
        assertThat(export()).isFalse();
        Files.writeString(folder.resolve("token"), "wrong token");
        assertThat(export()).isFalse();
        assertThat(cli.run("export-forge", file("config.yml"), "--tenant", "nobody", "--dry-run"))
                .isFalse();
        assertThat(cli.run("export-forge", file("config.yml"), "--tenant", "acme"))
                .isFalse();

        assertThat(cli.errors().lines())
                .satisfiesExactly(
                        refused -> assertThat(refused)
                                .startsWith("tenantry: Forge answers 401")
                                .doesNotContain("wrong"),
                        malformed -> assertThat(malformed)
                                .contains("no token of Forge")
                                .doesNotContain("wrong"),
                        unknown -> assertThat(unknown).contains("called nobody"),
                        missing -> assertThat(missing).contains("--token-file", "TENANTRY_FORGE_TOKEN"));
    }
}

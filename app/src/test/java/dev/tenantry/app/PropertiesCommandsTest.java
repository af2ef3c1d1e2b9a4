package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.config.EnvironmentSource;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that have to do with properties in the hosts, against a site that keeps some. */
class PropertiesCommandsTest {

    private final Cli cli = new Cli();
    private final PrintStream standard = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PropertySite site;
    private String file;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws Exception {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        site = new PropertySite();
        file = configuration("jira");
        try (var storage = open()) {
            add(storage, site.tenant(), Fixtures.setting("flag", "true"));
        }
    }

    @AfterEach
    void stop() {
        System.setOut(standard);
        site.close();
    }

    private String configuration(String product) throws IOException {
        var yaml = new YAMLMapper();
        var shipped = (ObjectNode)
                yaml.readTree(Objects.requireNonNull(PropertiesCommandsTest.class.getResourceAsStream("/config.yml")));
        ((ObjectNode) shipped.at("/app")).put("product", product);
        ((ObjectNode) shipped.at("/app")).put("allowedHosts", site.host());
        ((ObjectNode) shipped.at("/settings")).put("mirror", "flag");
        ((ObjectNode) shipped.at("/storage")).put("url", "jdbc:sqlite:" + folder.resolve("tenantry.db"));
        return Files.writeString(folder.resolve(product + ".yml"), yaml.writeValueAsString(shipped))
                .toString();
    }

    private static void add(Storage storage, TenantRecord tenant, Setting... settings) {
        storage.installations()
                .commit(new Commit(
                        tenant.id(), Optional.empty(), Optional.of(tenant), Optional.empty(), List.of(settings)));
    }

    private Storage open() throws Exception {
        var source = new EnvironmentSource(path -> Files.newInputStream(Path.of(path)));
        var factory = new YamlConfigurationFactory<>(
                TenantryConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw");
        var storage = factory.build(source, file).storage().open();
        storage.prepare();
        return storage;
    }

    @Test
    void reconcileWritesThePropertiesThatAreMissing() {
        assertThat(cli.run("reconcile", file)).as(cli.errors()).isTrue();
        assertThat(site.properties()).isEqualTo(Map.of("flag", "true"));
    }

    @Test
    void importMakesSettingsOfProperties() throws Exception {
        site.properties().put("flag", "false");
        site.properties().put("old", "{\"x\":1.0}");

        assertThat(cli.run("import-properties", file)).as(cli.errors()).isTrue();
        try (var storage = open()) {
            var life = storage.installations()
                    .find(new TenantId("acme"))
                    .flatMap(TenantRecord::life)
                    .orElseThrow();
            assertThat(storage.settings().page(life, Optional.empty(), 10))
                    .containsExactly(Fixtures.setting("flag", "true"), Fixtures.setting("old", "{\"x\":1.0}"));
        }
    }

    @Test
    void tenantOnForgeOnlyIsCountedAndFailsNeitherCommand() throws Exception {
        var forge = Fixtures.in(TenantStatus.FORGE, Fixtures.tenant("forge")).with(Secrets.starting(Optional.empty()));
        try (var storage = open()) {
            add(storage, forge);
        }

        assertThat(cli.run("reconcile", file)).as(cli.errors()).isTrue();
        assertThat(cli.run("import-properties", file)).as(cli.errors()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains(" of 1 tenants ") && line.contains("; 1 tenants left out, "));
    }

    @Test
    void linkThatBringsSettingsLeavesThePropertiesInStep() throws Exception {
        var ari = "ari:cloud:ecosystem::installation/1";
        var presence = new ForgePresence(true, Fixtures.INSTALLED_AT, "1");
        var begun = Lifecycle.startingOnForge(Fixtures.INSTALLED_AT).onForge(new Alias(ari), presence);
        try (var storage = open()) {
            add(storage, Fixtures.tenant(ari).with(begun), Fixtures.setting("flag", "false"));
        }

        assertThat(cli.run("links", file, "--link", "acme", ari, "--prefer", "forge"))
                .as(cli.errors())
                .isTrue();
        assertThat(site.properties()).isEqualTo(Map.of("flag", "false"));
    }

    @Test
    void siteThatIsOutOfReachFailsTheCommandInOneSentence() {
        site.forgetTheApp();

        assertThat(cli.run("import-properties", file)).isFalse();
        assertThat(cli.errors().strip()).startsWith("tenantry: 1 tenants").hasLineCount(1);
    }

    @Test
    void bitbucketKeepsNothing() throws Exception {
        assertThat(cli.run("check", configuration("bitbucket"))).isFalse();
        assertThat(cli.errors().strip())
                .contains("Bitbucket keeps no properties")
                .hasLineCount(1);
    }
}

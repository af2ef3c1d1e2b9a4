package dev.tenantry.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.adapters.http.links.CoverageJson;
import dev.tenantry.app.Cli;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.LinkService;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksCommandTest {

    private static final String ARI = "ari:cloud:ecosystem::installation/1";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private void add(TenantRecord record) {
        storage.installations()
                .commit(new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of()));
    }

    private static TenantRecord forge() {
        var presence = new ForgePresence(true, Fixtures.INSTALLED_AT, "1");
        return Fixtures.tenant(ARI)
                .with(Lifecycle.startingOnForge(Fixtures.INSTALLED_AT).onForge(new Alias(ARI), presence));
    }

    private LinkService links() {
        return new LinkService(storage, Clock.systemUTC());
    }

    private String table() {
        new CoverageTable(new PrintStream(printed, true, StandardCharsets.UTF_8)).print(links());
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tableNamesEachTenantAndSumsUp() {
        add(Fixtures.tenant("acme"));
        add(forge());
        assertThat(table())
                .contains("candidate   jira        acme")
                .contains(ARI + "? (same-host)")
                .contains("forge-only  jira        " + ARI)
                .contains("jira: 0 linked, 1 candidate, 0 unlinked, 1 forge-only")
                .contains("0 of 1 Connect tenants are linked: 0 %.");
    }

    @Test
    void tableOfNobodySaysSo() {
        assertThat(table()).contains("No Connect tenant is in use.");
    }

    @Test
    void jsonNamesLinksAndCandidates() {
        add(Fixtures.tenant("acme"));
        add(forge());
        storage.links().link(Fixtures.link("ari:cloud:jira::site/1", "acme"));
        CoverageJson.write(links(), printed);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("""
                {"tenants":[{"tenant":"acme","product":"jira","baseUrl":"https://example.atlassian.net",\
                "kind":"candidate","links":[{"alias":"ari:cloud:jira::site/1","provenance":"installed",\
                "at":"2026-01-02T03:04:05.678Z"}],"candidates":[{"installation":"ari:cloud:ecosystem::installation/1",\
                "evidence":["same-host"]}]},{"tenant":"ari:cloud:ecosystem::installation/1","product":"jira",\
                "baseUrl":"https://example.atlassian.net","kind":"forge-only","lastSeen":"2026-01-02T03:04:05.678Z",\
                "links":[],"candidates":[]}],\
                "products":{"jira":{"linked":0,"candidate":1,"unlinked":0,"forge-only":1}},\
                "total":{"linked":0,"candidate":1,"unlinked":0,"forge-only":1}}""");
    }

    @Test
    void linkIsMadeOrRefusedInOneSentence() throws Exception {
        var cli = new Cli();
        var file = config();
        assertThat(cli.run("links", file, "--link", "nobody", ARI)).isFalse();
        assertThat(cli.errors())
                .contains("there is no tenant nobody")
                .startsWith("tenantry: ")
                .doesNotContain("\tat ");
        assertThat(cli.run("links", file)).isTrue();
        assertThat(cli.run("links", file, "--json")).isTrue();
    }

    private String config() throws IOException {
        var shipped = LinksCommandTest.class.getResourceAsStream("/config.yml");
        var yaml = (ObjectNode) new YAMLMapper().readTree(Objects.requireNonNull(shipped));
        ((ObjectNode) yaml.path("storage")).put("url", "jdbc:sqlite:" + folder.resolve("tenantry.db"));
        return Files.writeString(folder.resolve("config.yml"), new YAMLMapper().writeValueAsString(yaml))
                .toString();
    }
}

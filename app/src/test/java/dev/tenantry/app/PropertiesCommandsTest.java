package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenantry.app.config.EnvironmentSource;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Secrets;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about properties in the hosts, against a site that keeps some and believes whoever calls. */
class PropertiesCommandsTest {

    private static final String PATH = "/rest/atlassian-connect/1/addons/dev.tenantry.app/properties";

    private final Map<String, String> properties = new ConcurrentHashMap<>();
    private final Cli cli = new Cli();
    private final PrintStream standard = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer site;
    private String file;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws Exception {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(PATH, this::answer);
        site.start();
        file = configuration("jira");
        try (var storage = open()) {
            var seed = Fixtures.setting("flag", "true");
            var acme = tenant();
            storage.installations()
                    .commit(new Commit(
                            acme.id(), Optional.empty(), Optional.of(acme), Optional.empty(), List.of(seed)));
        }
    }

    @AfterEach
    void stop() {
        System.setOut(standard);
        site.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + site.getAddress().getPort();
    }

    private TenantRecord tenant() {
        var installation = new Installation("dev.tenantry.app", "jira", url(), Map.of(), Map.of());
        return Fixtures.with(installation, Fixtures.tenant("acme"));
    }

    private String configuration(String product) throws IOException {
        var yaml = new YAMLMapper();
        var shipped = (ObjectNode)
                yaml.readTree(Objects.requireNonNull(PropertiesCommandsTest.class.getResourceAsStream("/config.yml")));
        ((ObjectNode) shipped.at("/app")).put("product", product);
        ((ObjectNode) shipped.at("/app")).put("allowedHosts", url().substring("http://".length()));
        ((ObjectNode) shipped.at("/settings")).put("mirror", "flag");
        ((ObjectNode) shipped.at("/storage")).put("url", "jdbc:sqlite:" + folder.resolve("tenantry.db"));
        return Files.writeString(folder.resolve(product + ".yml"), yaml.writeValueAsString(shipped))
                .toString();
    }

    private Storage open() throws Exception {
        var source = new EnvironmentSource(path -> Files.newInputStream(Path.of(path)));
        var factory = new YamlConfigurationFactory<>(
                TenantryConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw");
        var storage = factory.build(source, file).storage().open();
        storage.prepare();
        return storage;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestURI().getPath().substring(PATH.length()).replace("/", "");
        if (exchange.getRequestMethod().equals("PUT")) {
            properties.put(key, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        var known = key.isEmpty()
                ? "{\"keys\":["
                        + String.join(
                                ",",
                                properties.keySet().stream()
                                        .map(name -> "{\"key\":\"" + name + "\"}")
                                        .toList())
                        + "]}"
                : "{\"value\":" + properties.get(key) + "}";
        var body = known.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(key.isEmpty() || properties.containsKey(key) ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void reconcileWritesThePropertiesThatAreMissing() {
        assertThat(cli.run("reconcile", file)).as(cli.errors()).isTrue();
        assertThat(properties).isEqualTo(Map.of("flag", "true"));
    }

    @Test
    void importMakesSettingsOfProperties() throws Exception {
        properties.put("flag", "false");
        properties.put("old", "{\"x\":1.0}");

        assertThat(cli.run("import-properties", file)).as(cli.errors()).isTrue();
        try (var storage = open()) {
            var life = storage.installations()
                    .find(tenant().id())
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
            storage.installations()
                    .commit(new Commit(forge.id(), Optional.empty(), Optional.of(forge), Optional.empty(), List.of()));
        }

        assertThat(cli.run("reconcile", file)).as(cli.errors()).isTrue();
        assertThat(cli.run("import-properties", file)).as(cli.errors()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains(" of 1 tenants ") && line.contains("; 1 tenants left out, "));
    }

    @Test
    void siteThatIsOutOfReachFailsTheCommandInOneSentence() {
        site.removeContext(PATH);

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

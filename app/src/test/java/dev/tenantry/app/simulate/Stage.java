package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.TenantryApplication;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.Product;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The whole application, a stand-in host with its window, and a site that has the app. */
final class Stage implements AutoCloseable {

    /** The first setting on the page: the one with every kind of field, unless a test has a schema of its own. */
    static final String KEY = "/api/settings/notifications";

    private static final URI ANY_PORT = URI.create("http://127.0.0.1:0");

    private final InstallKeyServer keys;
    private final StandInHost window;
    private final Surroundings around;
    private final DropwizardTestSupport<TenantryConfiguration> server;
    private Optional<Host> host = Optional.empty();

    /** @param schema of the setting, which then has no default; empty for the one with every kind of field */
    Stage(Product product, Optional<String> schema) throws Exception {
        keys = InstallKeyServer.start(0);
        window = StandInHost.start(0, product);
        around = new Surroundings(product, keys.url(), Optional.of(window));
        server = new DropwizardTestSupport<>(
                TenantryApplication.class,
                configuration(schema),
                "tenantry",
                ConfigOverride.config("tenantry", "settings.writers", "admins"),
                ConfigOverride.config("tenantry", "storage.timeout", "30s"));
        server.before();
        newSite();
    }

    private String configuration(Optional<String> schema) throws IOException {
        var folder = Files.createTempDirectory("tenantry-stage");
        folder.toFile().deleteOnExit();
        var file = OwnServer.writeConfiguration(folder, ANY_PORT, around);
        if (schema.isPresent()) {
            declare(schema.get(), file);
        }
        return file.toString();
    }

    private static void declare(String schema, Path file) throws IOException {
        var yaml = new YAMLMapper();
        var configuration = yaml.readTree(file.toFile());
        var setting = (ObjectNode) configuration.at("/settings/definitions/0");
        setting.remove("default");
        setting.set("schema", new ObjectMapper().readTree(schema));
        Files.writeString(file, yaml.writeValueAsString(configuration));
    }

    /** Puts a new site on the stage, with the settings that every site starts with. */
    void newSite() throws IOException {
        var app = URI.create("http://127.0.0.1:" + server.getLocalPort());
        var site = Performance.of(app, keys, around).host();
        site.install();
        window.show(site, app);
        host = Optional.of(site);
    }

    URI url() {
        return window.url();
    }

    /** Returns the stored text of the setting, as the app itself reads it. */
    String stored() {
        return call("GET", Map.of(), "").body();
    }

    /** Writes the setting as somebody else. */
    void put(String json) {
        call("PUT", Map.of("Content-Type", "application/json"), json);
    }

    /** Changes the setting as somebody else. */
    void merge(String json) {
        call("PATCH", Map.of("Content-Type", "application/merge-patch+json"), json);
    }

    /** Removes the setting as somebody else. */
    void delete() {
        call("DELETE", Map.of(), "");
    }

    private Reply call(String method, Map<String, String> headers, String body) {
        var reply = host.orElseThrow().call(method, KEY, headers, body);
        if (reply.status() >= 300) {
            throw new AssertionError(reply);
        }
        return reply;
    }

    @Override
    public void close() {
        server.after();
        window.close();
        keys.close();
    }
}

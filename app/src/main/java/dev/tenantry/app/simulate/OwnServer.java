package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.config.ExactNumbers;
import dev.tenantry.app.encryption.Keyset;
import dev.tenantry.domain.model.Product;
import io.dropwizard.core.Application;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Runs the app itself, in this process, with the shipped configuration on a store in a temporary folder. */
final class OwnServer {

    /** Numbers keep their digits. */
    private static final ObjectMapper EXACT = ExactNumbers.in(new ObjectMapper());

    private final Application<?> application;
    private final Path folder;

    OwnServer(Application<?> application) throws IOException {
        this.application = application;
        this.folder = Files.createTempDirectory("tenantry-simulate");
        Runtime.getRuntime().addShutdownHook(new Thread(this::removeFolder));
    }

    /** Starts the server and returns its base URL. */
    URI start(Surroundings around) throws Exception {
        var url = URI.create("http://127.0.0.1:" + freePort());
        application.run("server", writeConfiguration(folder, url, around).toString());
        return url;
    }

    /** Writes the configuration of a server at this loopback address into the folder, where its store will be too. */
    static Path writeConfiguration(Path folder, URI url, Surroundings around) throws IOException {
        var file = folder.resolve("config.yml");
        return Files.writeString(file, new YAMLMapper().writeValueAsString(configuration(folder, url, around)));
    }

    private static ObjectNode configuration(Path folder, URI url, Surroundings around) throws IOException {
        var shipped = (ObjectNode) new YAMLMapper().readTree(resource("/config.yml"));
        var app = (ObjectNode) shipped.path("app");
        app.put("product", around.product().productType());
        app.put("baseUrl", url.toString());
        app.put("installKeysUrl", around.installKeys().toString());
        app.put("unsignedFirstInstall", around.product() == Product.BITBUCKET);
        if (around.window().isPresent()) {
            app.put("hostScriptUrl", around.window().get().scriptUrl().toString());
            app.put("allowedHosts", around.allowedHosts());
            ((ArrayNode) shipped.at("/settings/definitions")).insert(0, showcase());
        }
        var storage = (ObjectNode) shipped.path("storage");
        storage.put("url", "jdbc:sqlite:" + folder.resolve("tenantry.db"));
        storage.put("readOnly", false);
        ((ObjectNode) shipped.path("encryption")).put("keyset", Keyset.mint().reveal());
        ((ObjectNode) shipped.path("logging")).put("level", "ERROR");
        var server = (ObjectNode) shipped.path("server");
        ((ObjectNode) server.path("applicationConnectors").path(0)).put("port", url.getPort());
        ((ObjectNode) server.path("adminConnectors").path(0)).put("port", 0);
        server.putObject("requestLog").putArray("appenders");
        return shipped;
    }

    /** The store may still be open in another hook, so what cannot be removed is left to the system's own cleaning. */
    private void removeFolder() {
        try (var files = Files.list(folder)) {
            files.map(Path::toFile).forEach(File::delete);
            Files.deleteIfExists(folder);
        } catch (IOException leftToTheSystem) {
            folder.toFile().deleteOnExit();
        }
    }

    /** A setting with every kind of field, to be looked at. */
    private static JsonNode showcase() throws IOException {
        return EXACT.readTree(resource("showcase.json"));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OwnServer.class.getResourceAsStream(name), "the jar holds " + name);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.util.Locale;
import java.util.Objects;

/** Runs the app itself, in this process, with the shipped configuration on a store in a temporary folder. */
final class OwnServer {

    private final Application<?> application;
    private final Path folder;

    OwnServer(Application<?> application) throws IOException {
        this.application = application;
        this.folder = Files.createTempDirectory("tenantry-simulate");
        Runtime.getRuntime().addShutdownHook(new Thread(this::removeFolder));
    }

    /** Starts the server and returns its base URL. */
    URI start(URI installKeysUrl, Product product) throws Exception {
        int port = freePort();
        var url = URI.create("http://127.0.0.1:" + port);
        var file = folder.resolve("config.yml");
        Files.writeString(file, new YAMLMapper().writeValueAsString(configuration(url, installKeysUrl, product)));
        application.run("server", file.toString());
        return url;
    }

    private ObjectNode configuration(URI url, URI installKeysUrl, Product product) throws IOException {
        var shipped = (ObjectNode) new YAMLMapper().readTree(shippedFile());
        var app = (ObjectNode) shipped.path("app");
        app.put("product", product.name().toLowerCase(Locale.ROOT));
        app.put("baseUrl", url.toString());
        app.put("installKeysUrl", installKeysUrl.toString());
        app.put("unsignedFirstInstall", product == Product.BITBUCKET);
        var storage = (ObjectNode) shipped.path("storage");
        storage.put("url", "jdbc:sqlite:" + folder.resolve("tenantry.db"));
        storage.put("readOnly", false);
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

    private static InputStream shippedFile() {
        return Objects.requireNonNull(OwnServer.class.getResourceAsStream("/config.yml"), "the jar holds config.yml");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

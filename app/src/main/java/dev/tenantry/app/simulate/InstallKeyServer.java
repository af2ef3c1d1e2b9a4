package dev.tenantry.app.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;

/** Publishes one install key on a loopback port, as Atlassian does at {@code connect-install-keys.atlassian.com}. */
final class InstallKeyServer implements AutoCloseable {

    /** The name of the one key. */
    static final String KID = "simulated-host-key";

    private static final int RSA_BITS = 2048;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final KeyPair keys;
    private final HttpServer server;

    private InstallKeyServer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    /**
     * Generates a key and serves its public half.
     *
     * @param port where, or 0 for any free port
     */
    static InstallKeyServer start(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var started = new InstallKeyServer(generate(), HttpServer.create(address, 0));
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    PrivateKey privateKey() {
        return keys.getPrivate();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals("/" + KID);
            var body = (known ? pem() : "not found").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(known ? OK : NOT_FOUND, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String pem() {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

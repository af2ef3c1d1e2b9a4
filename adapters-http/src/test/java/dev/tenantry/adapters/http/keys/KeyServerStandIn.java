package dev.tenantry.adapters.http.keys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of keys that answers whatever a test wants. */
final class KeyServerStandIn implements AutoCloseable {

    private static final PublicKey KEY = generate("RSA", 2048);

    private final HttpServer server = create();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Script script = exchange -> {};

    KeyServerStandIn() {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            script.play(exchange);
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Returns its address, which ends with a slash that must not be doubled. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys/");
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) KEY;
    }

    String pem() {
        return pem(KEY);
    }

    static String pemOf(String algorithm, int bits) {
        return pem(generate(algorithm, bits));
    }

    List<String> requests() {
        return requests;
    }

    void answer(int status, String body) {
        script = exchange -> send(exchange, status, body);
    }

    void answerWhenReleased(int status, String body) {
        script = exchange -> {
            await(released);
            send(exchange, status, body);
        };
    }

    void redirect(String location) {
        script = exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            send(exchange, 302, "");
        };
    }

    /** Sends a body and keeps the answer open. */
    void neverEnd(String body) {
        script = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            await(released);
        };
    }

    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static PublicKey generate(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server does with a request. */
    private interface Script {
        void play(HttpExchange exchange) throws IOException;
    }
}

package dev.tenantry.adapters.http.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real server on a free loopback port that answers whatever a test wants, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server = create();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Script script = (exchange, request) -> send(exchange, new Reply(404, ""));

    public ScriptedServer() {
        server.createContext("/", exchange -> {
            var request = Received.from(exchange);
            requests.add(request);
            script.play(exchange, request);
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Returns its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://" + authority());
    }

    /** Returns its host and port. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns what it was asked so far. */
    public List<Received> requests() {
        return requests;
    }

    /** Answers by a function from now on. */
    public void answer(Function<Received, Reply> answer) {
        script = (exchange, request) -> send(exchange, answer.apply(request));
    }

    /** Answers all the same from now on. */
    public void answer(int status, String body) {
        answer(request -> new Reply(status, body));
    }

    /** Keeps callers waiting for {@link #release}, and answers then. */
    public void answerWhenReleased(int status, String body) {
        script = (exchange, request) -> {
            await(released);
            send(exchange, new Reply(status, body));
        };
    }

    /** Sends a body and keeps the answer open. */
    public void neverEnd(String body) {
        script = (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(released);
        };
    }

    /** Lets those go who wait. */
    public void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request as it came. */
    public record Received(String method, String target, Map<String, List<String>> headers, String body) {

        private static Received from(HttpExchange exchange) throws IOException {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            return new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body);
        }

        /** Returns the first value of a header, which is named in title case. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        /** Returns the path of the target. */
        public String path() {
            return URI.create(target).getRawPath();
        }
    }

    /** What to answer. */
    public record Reply(int status, Map<String, String> headers, String body) {

        public Reply(int status, String body) {
            this(status, Map.of(), body);
        }
    }

    /** What the server does with a request. */
    private interface Script {
        void play(HttpExchange exchange, Received request) throws IOException;
    }
}

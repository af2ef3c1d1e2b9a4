package dev.tenantry.app.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenantry.domain.model.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A page of the stand-in host on a loopback port, with the app's settings page in a frame and a stand-in for the host's own
 * script, so that the page can be used without a site.
 */
final class StandInHost implements AutoCloseable {

    private static final Map<String, String> FILES = Map.of(
            "/", "host.html",
            "/host.js", "host.js",
            "/host.css", "host.css",
            "/all.js", "all.js",
            "/atlassian-connect/all.js", "all.js");

    private final Product product;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private Optional<Shown> shown = Optional.empty();

    private StandInHost(Product product, HttpServer server) {
        this.product = product;
        this.server = server;
    }

    /** The app that is in the frame. */
    private record Shown(Host host, URI app) {}

    /** @param port where, or 0 for any free port */
    static StandInHost start(int port, Product product) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var started = new StandInHost(product, HttpServer.create(address, 0));
        started.server.setExecutor(started.workers);
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns where the stand-in for the host's script lies; Bitbucket's has a place of its own and knows less. */
    URI scriptUrl() {
        return url().resolve(product == Product.BITBUCKET ? "/atlassian-connect/all.js" : "/all.js");
    }

    /** From now on the page shows this app, for the site that the host plays. */
    synchronized void show(Host host, URI app) {
        shown = Optional.of(new Shown(host, app));
    }

    private synchronized Shown shown() {
        return shown.orElseThrow(() -> new IllegalStateException("nothing is shown yet"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (FILES.containsKey(path)) {
                sendFile(exchange, FILES.getOrDefault(path, ""));
            } else if (path.equals("/frame")) {
                exchange.getResponseHeaders().set("Location", frame(exchange.getRequestURI()));
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/token")) {
                send(exchange, "text/plain", shown().host().contextToken(account(exchange.getRequestURI())));
            } else {
                answerQuestion(exchange);
            }
        }
    }

    /** Returns the signed address of the page, with the parameters that a host adds. */
    private String frame(URI request) {
        var language = asks(request, "loc=de") ? "de-DE" : "en-US";
        var target =
                "/settings?xdm_e=" + URLEncoder.encode(url().toString(), StandardCharsets.UTF_8) + "&loc=" + language;
        return shown().app() + target + "&jwt=" + shown().host().pageToken(target, account(request));
    }

    private static Account account(URI request) {
        return Arrays.stream(Account.values())
                .filter(account -> asks(request, "as=" + account.id()))
                .findFirst()
                .orElse(Account.ADMIN);
    }

    private static boolean asks(URI request, String parameter) {
        return String.valueOf(request.getQuery()).contains(parameter);
    }

    private static void answerQuestion(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = HostPermissions.answer(exchange.getRequestURI().toString(), body);
        if (answer.isPresent()) {
            send(exchange, "application/json", answer.get());
        } else {
            exchange.sendResponseHeaders(503, -1);
        }
    }

    private void sendFile(HttpExchange exchange, String name) throws IOException {
        try (var in = Objects.requireNonNull(StandInHost.class.getResourceAsStream(name), "the jar holds " + name)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            send(exchange, type(name), text.replace("{{product}}", product.displayName()));
        }
    }

    private static String type(String name) {
        return name.endsWith(".html") ? "text/html" : name.endsWith(".css") ? "text/css" : "text/javascript";
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }
}

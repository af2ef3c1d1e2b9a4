package dev.tenantry.adapters.http.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenantry.adapters.http.testkit.ForgeStorageRules.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Forge's hosted key-value store with the limits and errors that Atlassian documents, on a free loopback port. It keeps
 * values as JavaScript does.
 */
public final class ForgeStorageStandIn implements AutoCloseable {

    /** The one token that it believes. */
    public static final String TOKEN = "system.token-of_acme";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_PAYLOAD = 4_000_000;
    private static final int MAX_KEYS = 25;

    private final Map<String, JsonNode> plain = new TreeMap<>();
    private final Map<String, JsonNode> secret = new TreeMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> events = new ConcurrentHashMap<>();
    private final HttpServer server;
    private Optional<String> retryAfter = Optional.empty();
    private int busyCalls;
    private int busyKeys;

    public ForgeStorageStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/kvs/v1/", this::serve);
        server.start();
    }

    /** Returns the address of the API. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/kvs");
    }

    /** Returns the values that queries find. */
    public synchronized Map<String, JsonNode> plain() {
        return plain;
    }

    /** Returns the encrypted values. */
    public synchronized Map<String, JsonNode> secret() {
        return secret;
    }

    /** Returns the calls so far, such as {@code batch/get}. */
    public List<String> calls() {
        return calls;
    }

    /** Lets something happen before it answers the next call of this kind. */
    public void before(String call, Runnable event) {
        events.put(call, event);
    }

    /** Answers the next calls with {@code 429}. */
    public synchronized void beBusy(int times, Optional<String> seconds) {
        busyCalls = times;
        retryAfter = seconds;
    }

    /** Has no time for the next keys of batches, one by one. */
    public synchronized void beBusyForKeys(int keys) {
        busyKeys = keys;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        var call = exchange.getRequestURI().getPath().substring("/kvs/v1/".length());
        var body = exchange.getRequestBody().readAllBytes();
        calls.add(call);
        Optional.ofNullable(events.remove(call)).ifPresent(Runnable::run);
        try {
            admit(exchange, body);
            send(exchange, 200, answer(call, JSON.readTree(body)));
        } catch (Refusal refusal) {
            send(exchange, refusal.status(), refusal.toJson());
        } catch (JsonProcessingException malformed) {
            send(exchange, 400, new Refusal(400, "INVALID_BODY").toJson());
        }
    }

    private void admit(HttpExchange exchange, byte[] body) {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            throw new Refusal(401, "UNAUTHORIZED");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new Refusal(405, "METHOD_NOT_ALLOWED");
        }
        if (busyCalls > 0) {
            busyCalls--;
            retryAfter.ifPresent(seconds -> exchange.getResponseHeaders().add("Retry-After", seconds));
            throw new Refusal(429, "RATE_LIMIT_EXCEEDED");
        }
        if (body.length > MAX_PAYLOAD) {
            throw new Refusal(413, "PAYLOAD_TOO_LARGE");
        }
    }

    private String answer(String call, JsonNode body) {
        return switch (call) {
            case "batch/get" -> batch(body, (item, done) -> done.set("value", get(plain, item)));
            case "batch/set" -> batch(body, (item, done) -> set(plain, item, ForgeStorageRules.PLAIN_BYTES));
            case "secret/get" ->
                body.<ObjectNode>deepCopy()
                        .<ObjectNode>set("value", get(secret, body))
                        .toString();
            case "secret/set" -> {
                set(secret, body, ForgeStorageRules.SECRET_BYTES);
                yield "";
            }
            default -> throw new Refusal(404, "UNKNOWN_ROUTE");
        };
    }

    private String batch(JsonNode items, Operation operation) {
        var answer = JsonNodeFactory.instance.objectNode();
        var done = answer.putArray("successfulKeys");
        var failed = answer.putArray("failedKeys");
        requireBatch(items);
        for (var item : items) {
            single(item, operation, done, failed);
        }
        return answer.toString();
    }

    private static void requireBatch(JsonNode items) {
        var keys = new HashSet<String>();
        items.forEach(item -> keys.add(item.path("key").asText()));
        if (!items.isArray() || items.isEmpty() || items.size() > MAX_KEYS || keys.size() != items.size()) {
            throw new Refusal(400, "INVALID_BATCH");
        }
    }

    private void single(JsonNode item, Operation operation, ArrayNode done, ArrayNode failed) {
        var entry = JsonNodeFactory.instance
                .objectNode()
                .put("key", item.path("key").asText());
        try {
            if (busyKeys > 0) {
                busyKeys--;
                throw new Refusal(429, "RATE_LIMIT_EXCEEDED");
            }
            operation.run(item, entry);
            done.add(entry);
        } catch (Refusal refusal) {
            failed.add(entry.<ObjectNode>set("error", refusal.toNode()));
        }
    }

    private static JsonNode get(Map<String, JsonNode> shelf, JsonNode item) {
        return Optional.ofNullable(shelf.get(ForgeStorageRules.key(item)))
                .orElseThrow(() -> new Refusal(404, "KEY_NOT_FOUND"));
    }

    private static void set(Map<String, JsonNode> shelf, JsonNode item, int maxBytes) {
        shelf.put(ForgeStorageRules.key(item), ForgeStorageRules.value(item, maxBytes));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What is done with one item of a batch. */
    private interface Operation {
        void run(JsonNode item, ObjectNode entry);
    }
}

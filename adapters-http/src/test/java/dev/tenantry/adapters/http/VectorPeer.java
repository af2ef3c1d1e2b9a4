package dev.tenantry.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenantry.adapters.http.keys.InstallKeys;
import dev.tenantry.domain.model.AllowedHosts;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The world in which the token vectors were recorded: their clock, their tenants, their keys and both of their apps. */
final class VectorPeer implements AutoCloseable {

    private final JsonNode vectors;
    private final Clock clock;
    private final HttpServer keyServer;
    private final Storage storage = new InMemoryStorage();
    private final Map<String, TestServer> servers = new HashMap<>();

    VectorPeer(JsonNode vectors) {
        this.vectors = vectors;
        this.clock = new TestClock(Instant.ofEpochSecond(vectors.get("now").asLong()));
        this.keyServer = serveKeys();
        vectors.get("tenants").forEach(this::seed);
    }

    Answer replay(JsonNode vector) {
        var request = vector.get("request");
        var call = Call.of(request.get("method").asText(), request.get("target").asText());
        for (var header : request.get("headers").properties()) {
            call = call.header(header.getKey(), header.getValue().asText());
        }
        var body = request.path("body").asText("").getBytes(StandardCharsets.UTF_8);
        call = new Call(call.method(), call.target(), call.headers(), new String(body, StandardCharsets.ISO_8859_1));
        return servers.computeIfAbsent(vector.get("baseUrl").asText(), this::start)
                .send(call);
    }

    @Override
    public void close() {
        servers.values().forEach(TestServer::close);
        keyServer.stop(0);
    }

    private TestServer start(String baseUrl) {
        var hosts = AllowedHosts.of(List.of("*.atlassian.net", "*.jira-dev.com", "custom.example.org"));
        var app = new App(vectors.get("addon_key").asText(), Product.JIRA, List.of(baseUrl), hosts, false);
        var keys = new InstallKeys(
                URI.create("http://127.0.0.1:" + keyServer.getAddress().getPort()), Duration.ofSeconds(10));
        var useCases = TestServer.useCases(app, storage, keys, clock);
        var basePath = URI.create(baseUrl).getRawPath();
        return new TestServer(
                app,
                storage,
                useCases,
                (environment, cases) -> environment.jersey().register(new VectorRoutes(basePath, cases.tenants())));
    }

    private void seed(JsonNode tenant) {
        var id = new TenantId(tenant.get("clientKey").asText());
        var secret =
                Optional.ofNullable(tenant.path("sharedSecret").textValue()).map(SharedSecret::new);
        var installation = new Installation(
                tenant.get("key").asText(),
                tenant.get("productType").asText(),
                tenant.get("baseUrl").asText(),
                Map.of(),
                Map.of());
        var record = new TenantRecord(
                id,
                installation,
                Secrets.starting(secret),
                Lifecycle.legacy(),
                Optional.of(Incarnation.LEGACY),
                Map.of());
        storage.installations()
                .commit(new Commit(id, Optional.empty(), Optional.of(record), Optional.empty(), List.of()));
    }

    private HttpServer serveKeys() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::serveKey);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any published key by its id; {@code err500} fails and shows the key all the same; all else is not found. */
    private void serveKey(HttpExchange exchange) throws IOException {
        var kid = exchange.getRequestURI().getPath().substring(1);
        boolean failing = kid.equals("err500");
        var pem = vectors.get("rsa").path(failing ? "install-key" : kid).path("public_pem");
        int found = failing ? 500 : 200;
        var body = pem.asText("no such key").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(pem.isTextual() ? found : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

package dev.tenantry.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.testkit.Fixtures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A site of Jira that keeps properties of the app, and believes whoever calls. */
final class PropertySite implements AutoCloseable {

    private static final String PATH = "/rest/atlassian-connect/1/addons/dev.tenantry.app/properties";

    private final Map<String, String> properties = new ConcurrentHashMap<>();
    private final HttpServer server;

    PropertySite() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::answer);
        server.start();
    }

    /** Returns the JSON text of each property by its key. */
    Map<String, String> properties() {
        return properties;
    }

    /** Returns where it listens: a host with a port. */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the tenant that it is, "acme". */
    TenantRecord tenant() {
        var installation = new Installation("dev.tenantry.app", "jira", "http://" + host(), Map.of(), Map.of());
        return Fixtures.with(installation, Fixtures.tenant("acme"));
    }

    /** Keeps nothing from now on, and answers so. */
    void forgetTheApp() {
        server.removeContext(PATH);
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

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.tenantry.adapters.http.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.adapters.http.Tokens;
import dev.tenantry.adapters.http.client.ScriptedServer;
import dev.tenantry.adapters.http.client.ScriptedServer.Received;
import dev.tenantry.adapters.http.client.ScriptedServer.Reply;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.token.Qsh;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plays the site of one tenant in any of the products. It answers only calls that the app has properly signed, and those
 * as Atlassian's documents say.
 */
public final class SiteStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKSPACE = "{a15fb181-db1f-48f7-b41f-e1eff06929d6}";

    private final ScriptedServer server = new ScriptedServer();
    private final Set<String> administrators = ConcurrentHashMap.newKeySet();
    private final PropertyStoreStandIn properties;
    private final Product product;
    private final Clock clock;

    public SiteStandIn(Product product, Clock clock) {
        this.product = product;
        this.clock = clock;
        this.properties = new PropertyStoreStandIn(contextPath());
        behave();
    }

    /** Returns the app that may have tenants here. */
    public App app() {
        return Sites.app(product, server.authority());
    }

    /** Returns a tenant whose site this is; a name stands for one tenant. */
    public TenantRecord tenant(String name) {
        var id = product == Product.BITBUCKET
                ? "ari:cloud:bitbucket::app/" + WORKSPACE + "/" + Sites.APP_KEY
                : "tenant " + name;
        return Sites.tenant(id, product, server.url() + contextPath());
    }

    private String contextPath() {
        return product == Product.CONFLUENCE ? "/wiki" : "";
    }

    /** Returns what it keeps for the app. */
    public Map<String, String> properties() {
        return properties.values();
    }

    /** Makes an account an administrator. */
    public void appoint(String accountId) {
        administrators.add(accountId);
    }

    /** Returns what was asked so far. */
    public List<Received> requests() {
        return server.requests();
    }

    /** Answers as a host does, from now on. */
    public void behave() {
        server.answer(this::reply);
    }

    /** Answers as no host does, or not well, from now on. */
    public void answer(Function<Received, Reply> answer) {
        server.answer(answer);
    }

    /** Sends the beginning of an answer and no more, from now on. */
    public void neverEnd() {
        server.neverEnd("{");
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply reply(Received request) {
        if (!isSigned(request)) {
            return new Reply(401, "{\"message\":\"not signed by the app\"}");
        }
        if (properties.isAskedBy(request)) {
            return properties.reply(request);
        }
        return switch (product) {
            case JIRA -> jira(request);
            case CONFLUENCE -> confluence(request);
            case BITBUCKET -> bitbucket(request);
        };
    }

    private boolean isSigned(Received request) {
        var tenant = tenant("acme");
        return request.header("Authorization")
                .filter(header -> header.startsWith("JWT "))
                .flatMap(header -> Tokens.verified(header.substring("JWT ".length()), Sites.secret(tenant)))
                .filter(claims -> isForThis(claims, request, tenant))
                .isPresent();
    }

    private boolean isForThis(JsonNode claims, Received request, TenantRecord tenant) {
        long now = clock.instant().getEpochSecond();
        var address = HostAddress.of(app(), tenant);
        var qsh = Qsh.of(
                request.method(), request.target(), URI.create(address.base()).getRawPath());
        var addressee = product == Product.BITBUCKET
                ? claims.path("sub")
                : claims.path("aud").path(0);
        return claims.path("iss").asText().equals(Sites.APP_KEY)
                && addressee.asText().equals(tenant.id().value())
                && claims.path("iat").asLong() <= now
                && claims.path("exp").asLong() > now
                && claims.path("qsh").asText().equals(qsh.orElseThrow());
    }

    private Reply jira(Received request) {
        if (!request.method().equals("POST") || !request.path().equals("/rest/api/3/permissions/check")) {
            return new Reply(404, "");
        }
        var question = read(request.body());
        boolean granted = administrators.contains(question.path("accountId").asText())
                && question.path("globalPermissions").toString().equals("[\"ADMINISTER\"]");
        var permissions = granted ? "\"ADMINISTER\"" : "";
        return new Reply(200, "{\"projectPermissions\":[],\"globalPermissions\":[" + permissions + "]}");
    }

    private Reply confluence(Received request) {
        if (!request.method().equals("GET") || !request.path().equals("/wiki/rest/api/user")) {
            return new Reply(404, "");
        }
        var query = request.target();
        boolean granted = administrators.stream()
                .anyMatch(
                        account -> query.endsWith("?accountId=" + HostRequest.encoded(account) + "&expand=operations"));
        var more = granted ? ",{\"operation\":\"administer\",\"targetType\":\"application\"}" : "";
        return new Reply(
                200,
                "{\"type\":\"known\",\"operations\":[{\"operation\":\"use\",\"targetType\":\"application\"},"
                        + "{\"operation\":\"administer\",\"targetType\":\"space\"}" + more + "]}");
    }

    private Reply bitbucket(Received request) {
        var path = "/2.0/workspaces/" + HostRequest.encoded(WORKSPACE) + "/permissions";
        if (!request.path().equals(path) || !request.target().contains("q=permission%3D%22owner%22&")) {
            return new Reply(404, "");
        }
        var owners = administrators.stream()
                .map(account -> "{\"permission\":\"owner\",\"user\":{\"account_id\":" + quoted(account) + "}}")
                .collect(Collectors.joining(","));
        return new Reply(200, Map.of("Content-Type", "application/json"), "{\"values\":[" + owners + "]}");
    }

    static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package dev.tenantry.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays Forge: it publishes a key set, counts who asks for it, and signs for installations; and the API of Jira, which tells
 * an app that calls with the right token which Connect tenant a site was.
 */
final class ForgeCloud implements AutoCloseable {

    static final String APP_ID = "ari:cloud:ecosystem::app/8db33809-1f32-48bb-8c52-5877dab48107";
    static final String KID = "forge-key";

    static final String SYSTEM_TOKEN = "opaque.token-of~the-app";
    static final String USER_TOKEN = "opaque.token-of~a-user";
    static final String ADMINISTRATOR = "alice";

    private static final String CLOUD_ID = "a1b2c3";
    private static final String PROPERTY = "/ex/jira/" + CLOUD_ID
            + "/rest/atlassian-connect/1/addons/dev.tenantry.app/properties/"
            + "connect_client_key_019cdff3-8bfb-71fe-9628-875b700aebb8";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final AtomicInteger fetches = new AtomicInteger();
    private final KeyPair keys;
    private final HttpServer server;
    private volatile String clientKey = "";
    private volatile boolean silent;

    ForgeCloud() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetches.incrementAndGet();
            send(exchange, 200, keySet());
        });
        server.createContext("/ex/", this::tellClientKey);
        server.createContext("/ex/jira/" + CLOUD_ID + "/rest/api/3/permissions/check", this::tellPermissions);
        server.start();
    }

    private void tellClientKey(HttpExchange exchange) throws IOException {
        var credentials = exchange.getRequestHeaders().getFirst("Authorization");
        boolean asked = exchange.getRequestURI().getRawPath().equals(PROPERTY);
        if (silent) {
            send(exchange, 503, new byte[0]);
        } else if (!("Bearer " + SYSTEM_TOKEN).equals(credentials)) {
            send(exchange, 401, new byte[0]);
        } else if (!asked || clientKey.isEmpty()) {
            send(exchange, 404, new byte[0]);
        } else {
            send(exchange, 200, JSON.writeValueAsBytes(Map.of("key", "reserved", "value", clientKey)));
        }
    }

    private void tellPermissions(HttpExchange exchange) throws IOException {
        var credentials = exchange.getRequestHeaders().getFirst("Authorization");
        var account = JSON.readTree(exchange.getRequestBody()).path("accountId").asText();
        boolean isAdministrator = account.equals(ADMINISTRATOR);
        var granted = isAdministrator ? List.of("ADMINISTER") : List.of();
        if (("Bearer " + USER_TOKEN).equals(credentials)) {
            send(exchange, 200, JSON.writeValueAsBytes(Map.of("globalPermissions", granted)));
        } else {
            send(exchange, 401, new byte[0]);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Lets the site remember which Connect tenant it was. */
    void remember(String tenant) {
        clientKey = tenant;
    }

    /** Lets the API fail, or work again. */
    void beSilent(boolean yes) {
        silent = yes;
    }

    URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI jwksUrl() {
        return apiUrl().resolve("/.well-known/jwks.json");
    }

    int fetches() {
        return fetches.get();
    }

    private byte[] keySet() throws IOException {
        var key = (RSAPublicKey) keys.getPublic();
        return JSON.writeValueAsBytes(Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "kid",
                        KID,
                        "n",
                        BASE64URL.encodeToString(key.getModulus().toByteArray()),
                        "e",
                        BASE64URL.encodeToString(key.getPublicExponent().toByteArray())))));
    }

    /** Returns a token of this installation under a key of this name, which may not be the key's own. */
    String token(String installation, String kid) throws GeneralSecurityException, JsonProcessingException {
        return token(installation, kid, Map.of());
    }

    /** Returns a token of a call that a page makes for its user. */
    String tokenOfUser(String installation, String account) throws GeneralSecurityException, JsonProcessingException {
        return token(installation, KID, Map.of("principal", account));
    }

    private String token(String installation, String kid, Map<String, Object> more)
            throws GeneralSecurityException, JsonProcessingException {
        long now = Instant.now().getEpochSecond();
        var claims = new HashMap<>(more);
        claims.putAll(Map.of(
                "iss",
                "forge/invocation-token",
                "aud",
                APP_ID,
                "iat",
                now,
                "exp",
                now + 25,
                "app",
                Map.of(
                        "installationId",
                        installation,
                        "appVersion",
                        "4.0.0",
                        "apiBaseUrl",
                        "https://api.atlassian.com/ex/jira/" + CLOUD_ID)));
        var input = segment(Map.of("alg", "RS256", "kid", kid)) + '.' + segment(claims);
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(keys.getPrivate());
        signer.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + '.' + BASE64URL.encodeToString(signer.sign());
    }

    private static String segment(Map<String, Object> members) throws JsonProcessingException {
        return BASE64URL.encodeToString(JSON.writeValueAsBytes(members));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

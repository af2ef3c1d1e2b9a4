package dev.tenantry.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays Forge: it publishes a key set, counts who asks for it, and signs for installations. */
final class ForgeCloud implements AutoCloseable {

    static final String APP_ID = "ari:cloud:ecosystem::app/8db33809-1f32-48bb-8c52-5877dab48107";
    static final String KID = "forge-key";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final AtomicInteger fetches = new AtomicInteger();
    private final KeyPair keys;
    private final HttpServer server;

    ForgeCloud() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetches.incrementAndGet();
            var body = keySet();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI jwksUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json");
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
        long now = Instant.now().getEpochSecond();
        var claims = Map.of(
                "iss",
                "forge/invocation-token",
                "aud",
                APP_ID,
                "iat",
                now,
                "exp",
                now + 25,
                "app",
                Map.of("installationId", installation, "appVersion", "4.0.0"));
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

package dev.tenantry.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.token.Qsh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens as hosts do, and as hosts do not. */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /** Returns claims that are valid for one request. */
    static Map<String, Object> claims(String issuer, Instant now, Call call) {
        return claims(issuer, now, Qsh.of(call.method(), call.target(), "").orElseThrow());
    }

    static Map<String, Object> claims(String issuer, Instant now, String qsh) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 180);
        claims.put("qsh", qsh);
        return claims;
    }

    static String hs256(Map<String, Object> claims, String secret) {
        return hs256(Map.of("alg", "HS256", "typ", "JWT"), claims, secret.getBytes(StandardCharsets.UTF_8));
    }

    static String hs256(Map<String, Object> header, Map<String, Object> claims, byte[] secret) {
        var input = input(header, claims);
        return input + '.' + BASE64URL.encodeToString(hmac(input, secret));
    }

    static String rs256(Map<String, Object> claims, String kid, PrivateKey key) {
        var input = input(Map.of("alg", "RS256", "typ", "JWT", "kid", kid), claims);
        return input + '.' + BASE64URL.encodeToString(rsa(input, key));
    }

    /** Returns a token with an empty signature. */
    static String unsigned(String algorithm, Map<String, Object> claims) {
        return input(Map.of("alg", algorithm, "typ", "JWT"), claims) + '.';
    }

    /** Returns the claims of a token that is HS256 under this secret, or empty for any other text. */
    public static Optional<JsonNode> verified(String token, String secret) {
        var parts = token.split("\\.", -1);
        var key = secret.getBytes(StandardCharsets.UTF_8);
        if (parts.length != 3 || !decoded(parts[0]).path("alg").asText().equals("HS256")) {
            return Optional.empty();
        }
        var signature = BASE64URL.encodeToString(hmac(parts[0] + '.' + parts[1], key));
        return signature.equals(parts[2]) ? Optional.of(decoded(parts[1])) : Optional.empty();
    }

    private static JsonNode decoded(String segment) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(segment));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String input(Map<String, Object> header, Map<String, Object> claims) {
        return segment(header) + '.' + segment(claims);
    }

    private static String segment(Map<String, Object> members) {
        try {
            return BASE64URL.encodeToString(JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] hmac(String input, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] rsa(String input, PrivateKey key) {
        try {
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(input.getBytes(StandardCharsets.US_ASCII));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

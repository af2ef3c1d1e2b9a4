package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.token.Hs256;
import dev.tenantry.domain.token.Qsh;
import dev.tenantry.domain.token.Token;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** Signs requests as a host does. Each token is for one request line and lives three minutes. */
final class HostSigner {

    private static final Duration LIFETIME = Duration.ofMinutes(3);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final URI app;
    private final String clientKey;
    private final Clock clock;

    /**
     * @param app the app's base URL: the audience of what the host signs, and the part of a URL that the hash leaves out
     * @param clientKey the tenant in whose name tokens are issued
     */
    HostSigner(URI app, String clientKey, Clock clock) {
        this.app = app;
        this.clientKey = clientKey;
        this.clock = clock;
    }

    /** Signs with the host's own key, as {@code installed} and {@code uninstalled} are. */
    String withInstallKey(PrivateKey key, String method, String path) {
        var header = header(Token.RS256).put("kid", InstallKeyServer.KID);
        var input = input(header, claims(method, path).put("aud", app.toString()));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + '.' + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with RSA", e);
        }
    }

    /** Signs with the secret that the site and the app share, as everything else is. */
    String withSecret(String secret, String method, String path) {
        return withSecret(secret, claims(method, path));
    }

    private static String withSecret(String secret, ObjectNode claims) {
        var input = input(header(Token.HS256), claims);
        return input + '.' + Hs256.sign(input, new SharedSecret(secret));
    }

    /** Signs for a page: what one of its users opens, or, with the context's own hash, any call that it makes for them. */
    String forUser(String secret, String qsh, Account account) {
        var claims = claims(qsh).put("sub", account.id());
        claims.putObject("context").putObject("user").put("accountId", account.id());
        return withSecret(secret, claims);
    }

    private static ObjectNode header(String algorithm) {
        return JsonNodeFactory.instance.objectNode().put("typ", "JWT").put("alg", algorithm);
    }

    private ObjectNode claims(String method, String path) {
        return claims(Qsh.of(method, path, "").orElseThrow());
    }

    private ObjectNode claims(String qsh) {
        var now = clock.instant();
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", clientKey)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("qsh", qsh);
    }

    private static String input(JsonNode header, JsonNode claims) {
        return encoded(header) + '.' + encoded(claims);
    }

    private static String encoded(JsonNode json) {
        return BASE64URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}

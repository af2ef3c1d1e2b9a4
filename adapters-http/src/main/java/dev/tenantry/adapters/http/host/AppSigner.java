package dev.tenantry.adapters.http.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.token.Hs256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * Signs requests of the app to its hosts. Each token is for one request line and lives three minutes.
 *
 * <p>Source: Atlassian, "Understanding JWT for Connect apps"; for Bitbucket, "Authentication for apps": it wants the
 * clientKey as the subject, the others have it as the audience.
 *
 * @param app in whose name
 * @param clock what dates the tokens
 */
record AppSigner(App app, Clock clock) {

    private static final Duration LIFETIME = Duration.ofMinutes(3);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /**
     * Returns a token under the tenant's secret of now.
     *
     * @throws HostUnavailableException if it has none: it is not installed, or its host takes OAuth 2.0 only
     */
    String token(TenantRecord tenant, String qsh) {
        var secret = tenant.secrets()
                .current()
                .orElseThrow(() -> new HostUnavailableException("tenant " + tenant.id() + " shares no secret with us"));
        var input = encoded(object().put("typ", "JWT").put("alg", "HS256")) + '.' + encoded(claims(tenant, qsh));
        return input + '.' + Hs256.sign(input, secret);
    }

    private ObjectNode claims(TenantRecord tenant, String qsh) {
        long now = clock.instant().getEpochSecond();
        var claims = object().put("iss", app.key())
                .put("iat", now)
                .put("exp", now + LIFETIME.toSeconds())
                .put("qsh", qsh);
        if (app.product() == Product.BITBUCKET) {
            return claims.put("sub", tenant.id().value());
        }
        claims.putArray("aud").add(tenant.id().value());
        return claims;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String encoded(ObjectNode json) {
        return BASE64URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}

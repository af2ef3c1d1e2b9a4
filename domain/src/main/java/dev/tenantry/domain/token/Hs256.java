package dev.tenantry.domain.token;

import dev.tenantry.domain.model.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 as JSON Web Signatures carry it (RFC 7518, section 3.2). */
public final class Hs256 {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Hs256() {}

    /**
     * Returns the signature in its one canonical spelling: base64url without padding.
     *
     * @param signingInput the first two segments of a token with the dot between them, in ASCII
     */
    public static String sign(String signingInput, SharedSecret secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.utf8(), ALGORITHM));
            return BASE64URL.encodeToString(mac.doFinal(signingInput.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}

package dev.tenantry.adapters.http.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.token.KeyId;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** JSON Web Key Sets (RFC 7517, section 5; RFC 7518, section 6.3). */
final class JwkSet {

    static final int MAX_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JwkSet() {}

    /**
     * Returns the keys that can verify RS256. Others are left out, as section 5 wants of keys that one does not
     * understand; a set without any is {@link HostUnavailableException}, because it would shut everybody out.
     */
    static Map<KeyId, RSAPublicKey> parse(byte[] body) {
        var keys = new HashMap<KeyId, RSAPublicKey>();
        for (var jwk : read(body).path("keys")) {
            KeyId.parse(jwk.path("kid").asText(""))
                    .ifPresent(kid -> key(jwk).ifPresent(key -> keys.putIfAbsent(kid, key)));
        }
        if (keys.isEmpty()) {
            throw new HostUnavailableException("the key set has no key that can be used");
        }
        return Map.copyOf(keys);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            throw new HostUnavailableException("read a key set", malformed);
        }
    }

    private static Optional<RSAPublicKey> key(JsonNode jwk) {
        boolean fit = jwk.path("kty").asText().equals("RSA")
                && jwk.path("alg").asText("RS256").equals("RS256")
                && jwk.path("use").asText("sig").equals("sig");
        return fit ? rsa(jwk).filter(key -> key.getModulus().bitLength() >= PublicKeys.MIN_BITS) : Optional.empty();
    }

    private static Optional<RSAPublicKey> rsa(JsonNode jwk) {
        try {
            var spec = new RSAPublicKeySpec(number(jwk.path("n")), number(jwk.path("e")));
            return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** RFC 7518, section 2: unsigned, big-endian, base64url. */
    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
    }
}

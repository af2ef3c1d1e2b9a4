package dev.tenantry.adapters.http.keys;

import dev.tenantry.domain.error.HostUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Public keys in PEM (RFC 7468, section 13). */
final class PublicKeys {

    static final int MAX_BYTES = 8 * 1024;

    /** RFC 7518, section 3.3 wants no less for RS256. */
    static final int MIN_BITS = 2048;

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private PublicKeys() {}

    /** Throws {@link HostUnavailableException} if this is no RSA key that is strong enough. */
    static RSAPublicKey parse(byte[] body) {
        var pem = PEM.matcher(new String(body, StandardCharsets.US_ASCII));
        if (!pem.matches()) {
            throw new HostUnavailableException("the key server's answer is no public key");
        }
        try {
            var der = Base64.getMimeDecoder().decode(pem.group(1));
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
            if (key.getModulus().bitLength() < MIN_BITS) {
                throw new HostUnavailableException("the key server's key is shorter than " + MIN_BITS + " bits");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new HostUnavailableException("read an install key", malformed);
        }
    }
}

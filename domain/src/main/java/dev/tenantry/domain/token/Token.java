package dev.tenantry.domain.token;

import dev.tenantry.domain.model.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * A JSON Web Token as it was received (RFC 7515, compact serialization): parsed, and believed by nobody until one of the
 * two checks has passed.
 *
 * @param algorithm the header's {@code alg}, as the sender wrote it
 * @param kid the header's {@code kid}, or empty if there is none that could name a key
 * @param claims what the payload says
 * @param signingInput the first two segments with the dot between them: what the signature covers
 * @param signature the third segment, still encoded
 */
public record Token(String algorithm, Optional<KeyId> kid, Claims claims, String signingInput, String signature) {

    /** The header's {@code alg} of a token signed with a shared secret (RFC 7518, section 3.2). */
    public static final String HS256 = "HS256";

    /** The header's {@code alg} of a token signed with the host's private key (RFC 7518, section 3.3). */
    public static final String RS256 = "RS256";

    /**
     * Returns whether this is an HS256 token under this secret. The signature is compared in constant time and in its one
     * canonical spelling, so that nobody can vary a valid token.
     */
    public boolean isSignedWith(SharedSecret secret) {
        return algorithm.equals(HS256)
                && MessageDigest.isEqual(ascii(Hs256.sign(signingInput, secret)), ascii(signature));
    }

    /** Returns whether this is an RS256 token under this key. */
    public boolean isSignedWith(RSAPublicKey key) {
        if (!algorithm.equals(RS256)) {
            return false;
        }
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(ascii(signingInput));
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    /** Shows whose token it claims to be and nothing that could be replayed. */
    @Override
    public String toString() {
        return "Token[" + algorithm + " of " + claims.issuer() + "]";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

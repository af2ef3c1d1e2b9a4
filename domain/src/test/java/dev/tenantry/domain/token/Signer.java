package dev.tenantry.domain.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens as a host does; their keys live no longer than the test. */
public final class Signer {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String SIGNING_INPUT = "header.payload";

    private Signer() {}

    /** Returns a new RSA key of 2048 bits. */
    public static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a token that is signed with a shared secret. */
    public static Token hs256(Claims claims, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = mac.doFinal(SIGNING_INPUT.getBytes(StandardCharsets.US_ASCII));
            return token(Token.HS256, Optional.empty(), claims, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a token that is signed with a private key. */
    public static Token rs256(Claims claims, Optional<KeyId> kid, PrivateKey key) {
        try {
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(SIGNING_INPUT.getBytes(StandardCharsets.US_ASCII));
            return token(Token.RS256, kid, claims, signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Token token(String algorithm, Optional<KeyId> kid, Claims claims, byte[] signature) {
        return new Token(algorithm, kid, claims, SIGNING_INPUT, BASE64URL.encodeToString(signature));
    }
}

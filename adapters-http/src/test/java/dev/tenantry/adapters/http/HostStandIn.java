package dev.tenantry.adapters.http;

import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.token.KeyId;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;

/** Plays the host: it has an install key, and the server under test knows where to ask for it. */
final class HostStandIn implements HostKeys {

    static final String KID = "install-key";

    private final KeyPair keys = generate();

    @Override
    public Optional<RSAPublicKey> find(KeyId kid) {
        return kid.value().equals(KID) ? Optional.of(publicKey()) : Optional.empty();
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    String sign(Map<String, Object> claims) {
        return sign(claims, KID);
    }

    String sign(Map<String, Object> claims, String kid) {
        return Tokens.rs256(claims, kid, keys.getPrivate());
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.tenantry.domain.model;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits that all servers on one database share and nobody else knows. It never prints. Immutable. */
public final class ServerKey {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private ServerKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns a new key, of the platform's secure randomness. */
    public static ServerKey mint() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ServerKey(bytes);
    }

    /**
     * Returns the key that {@link #reveal} wrote.
     *
     * @throws IllegalArgumentException if the text is no key of 256 bits; the message does not quote it
     */
    public static ServerKey parse(String text) {
        var bytes = decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a server key has " + BYTES + " bytes");
        }
        return new ServerKey(bytes);
    }

    /** The decoder's own message quotes what it is given. */
    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    /** Returns the key as 43 characters of base64url: for stores, never for a log. */
    public String reveal() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the HMAC-SHA-256 of a message under this key (RFC 2104). */
    public byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServerKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes[0];
    }

    @Override
    public String toString() {
        return "ServerKey[***]";
    }
}

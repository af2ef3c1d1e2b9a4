package dev.tenantry.domain.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The HMAC secret that a site and the app share. It never prints, and it compares in constant time.
 *
 * <p>Opaque text; its bytes are its UTF-8 form. Atlassian asks apps to take secrets of up to 400 bytes; we take any that
 * a callback can carry. Immutable.
 */
public final class SharedSecret {

    private final String text;

    /** @throws IllegalArgumentException if the text is empty */
    public SharedSecret(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("shared secret must not be empty");
        }
        this.text = text;
    }

    /** Returns the secret in the clear: for the check of a signature and for stores, never for a log. */
    public String reveal() {
        return text;
    }

    /** Returns the key of the HMAC. */
    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedSecret that && MessageDigest.isEqual(utf8(), that.utf8());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "SharedSecret[***]";
    }
}

package dev.tenantry.domain.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The strong validator of a setting's value (RFC 9110, section 8.8.3).
 *
 * <p>It is derived from the text alone, {@code "} + unpadded base64url(SHA-256(UTF-8 text)) + {@code "}, so it is the
 * same on every backend and survives a copy. Only values with secret members are shown under another tag, which does not
 * help to guess the secret: {@code "} + unpadded base64url(HMAC-SHA-256 under a key of the server's) + {@code "}. A tag that a client made up is legal and matches nothing.
 *
 * @param value the tag with its quotes
 */
public record ETag(String value) {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** Returns the tag of this text. */
    public static ETag of(JsonText text) {
        return ofDigest(sha256(text.utf8()));
    }

    /** Returns the tag that shows this digest of a value; it is fit to show only if the digest is. */
    public static ETag ofDigest(byte[] digest) {
        return new ETag('"' + BASE64URL.encodeToString(digest) + '"');
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

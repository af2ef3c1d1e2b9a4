package dev.tenantry.domain.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The token with which the app may call the host's API for one Forge installation ({@code x-forge-oauth-system}).
 *
 * <p>Opaque. It never prints, and it compares in constant time. Stores keep it only where secrets are sealed. Immutable.
 */
public final class SystemToken {

    /** What may stand in a header after {@code Bearer} (RFC 6750, section 2.1), and what a sealed one is written with. */
    private static final Pattern STORABLE = Pattern.compile("[A-Za-z0-9._~+/:-]+=*");

    private final String text;

    /** Takes the text as it was sent. */
    public SystemToken(String text) {
        this.text = text;
    }

    /** Returns the token in the clear: for the header of a call to the host and for stores, never for a log. */
    public String reveal() {
        return text;
    }

    /** Returns whether it has only characters that a token may have, so that a store can keep it. */
    boolean isStorable() {
        return STORABLE.matcher(text).matches();
    }

    private byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SystemToken that && MessageDigest.isEqual(utf8(), that.utf8());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "SystemToken[***]";
    }
}

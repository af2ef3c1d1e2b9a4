package dev.tenantry.domain.token;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a signing key (RFC 7515, section 4.1.4), safe to put into a URL's path.
 *
 * @param value 1 to 128 of {@code A-Z a-z 0-9 . _ -}, and not dots only
 */
public record KeyId(String value) {

    private static final Pattern SAFE = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,128}");

    /** @throws IllegalArgumentException if the value breaks the rules above */
    public KeyId {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("kid must be 1 to 128 of A-Z a-z 0-9 . _ - and not dots only");
        }
    }

    /** Returns the id, or empty if the text cannot be one. */
    public static Optional<KeyId> parse(String text) {
        return SAFE.matcher(text).matches() ? Optional.of(new KeyId(text)) : Optional.empty();
    }
}

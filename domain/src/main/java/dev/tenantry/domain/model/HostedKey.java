package dev.tenantry.domain.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one value in Forge's hosted key-value store.
 *
 * <p>Source: Atlassian, Forge, "Error handling for the Key-Value Store" ({@code INVALID_KEY}, {@code KEY_TOO_LONG}). White
 * space beyond the blank, which Forge allows too, is left out: nothing here makes such a key.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters of {@code a-z A-Z 0-9 : . _ - #} and blanks, not all of them blanks
 */
public record HostedKey(String value) {

    /** The longest key, in characters; all of them are ASCII, so in bytes too. */
    public static final int MAX_LENGTH = 500;

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:._-";

    private static final Pattern ALLOWED = Pattern.compile("(?! +$)[a-zA-Z0-9:._ #-]{1," + MAX_LENGTH + "}");

    /** @throws IllegalArgumentException if Forge would refuse the key */
    public HostedKey {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("Forge's store takes no such key");
        }
    }

    /**
     * Returns the key under which a setting is kept, or empty if it would be longer than {@value #MAX_LENGTH} characters.
     *
     * <p>A setting's key stands for itself, but for what Forge does not allow and for {@code #}: each byte of their UTF-8
     * becomes {@code #} and two upper-case hexadecimal digits. A key of blanks only is escaped too. So no two settings get
     * the same key, and reading {@code #XX} as a byte gives the setting's key back.
     */
    public static Optional<HostedKey> of(SettingKey setting) {
        boolean isBlank = setting.value().replace(" ", "").isEmpty();
        var escaped = new StringBuilder();
        for (byte unit : setting.value().getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(unit) >= 0 || (unit == ' ' && !isBlank)) {
                escaped.append((char) unit);
            } else {
                escaped.append(String.format("#%02X", unit));
            }
        }
        return escaped.length() > MAX_LENGTH ? Optional.empty() : Optional.of(new HostedKey(escaped.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.tenantry.domain.model;

/**
 * Names one setting of a tenant.
 *
 * <p>Compared and ordered by exact code points. Some names are refused on every backend, so that settings can move
 * between them and beside ACE: {@code .} and {@code ..} cannot be a path segment (RFC 3986, section 5.2.4),
 * {@code clientInfo} is the row in which ACE keeps the installation, and {@code bearer:} begins the rows in which ACE
 * caches OAuth tokens.
 *
 * @param value 1 to 255 UTF-16 units, without control characters and lone surrogates
 */
public record SettingKey(String value) implements Comparable<SettingKey> {

    /** The row in which ACE, and Tenantry on SQL, keep the installation; never a setting. */
    public static final String CLIENT_INFO = "clientInfo";

    /** How the rows begin in which ACE caches OAuth tokens; never settings. */
    public static final String BEARER_PREFIX = "bearer:";

    /** @throws IllegalArgumentException if the value breaks the rules above */
    public SettingKey {
        Identifier.require("setting key", value);
        if (isReserved(value)) {
            throw new IllegalArgumentException("setting key is reserved");
        }
    }

    /** Returns whether a stored row of this name belongs to the framework and is no setting. */
    public static boolean isReserved(String name) {
        return name.equals(".") || name.equals("..") || name.equals(CLIENT_INFO) || name.startsWith(BEARER_PREFIX);
    }

    @Override
    public int compareTo(SettingKey other) {
        return Identifier.CODE_POINT_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

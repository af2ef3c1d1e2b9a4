package dev.tenantry.domain.model;

import java.util.Set;

/**
 * The settings that are copied to properties in the host, under the same keys.
 *
 * <p>Source of the limits: Atlassian, Jira Cloud REST API, "Set app property"; of their number, the Connect documents.
 *
 * @param keys at most {@value #MAX_KEYS}, each of at most {@value #MAX_KEY_LENGTH} UTF-16 units; empty for none
 */
public record MirroredKeys(Set<SettingKey> keys) {

    /** The most properties that a site keeps for an app. */
    public static final int MAX_KEYS = 100;

    /** The longest key of a property. */
    public static final int MAX_KEY_LENGTH = 127;

    /** The longest value of a property, in UTF-16 units. */
    public static final int MAX_VALUE_LENGTH = 32_768;

    /** @throws IllegalArgumentException if no host could keep so many, or such a key */
    public MirroredKeys {
        keys = Set.copyOf(keys);
        if (keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("hosts keep at most " + MAX_KEYS + " properties of an app");
        }
        if (keys.stream().anyMatch(key -> key.value().length() > MAX_KEY_LENGTH)) {
            throw new IllegalArgumentException(
                    "the key of a property in the host may have at most " + MAX_KEY_LENGTH + " characters");
        }
    }

    /** Returns whether a setting is copied. */
    public boolean contains(SettingKey key) {
        return keys.contains(key);
    }

    /** Returns whether a host could keep this as the value of a property. */
    public static boolean haveRoomFor(JsonText value) {
        return value.text().length() <= MAX_VALUE_LENGTH;
    }
}

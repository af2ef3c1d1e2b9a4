package dev.tenantry.domain.model;

/**
 * One value under one key of a tenant; what ACE keeps in one row of {@code AddonSettings}.
 *
 * @param key its name
 * @param value its exact JSON text
 */
public record Setting(SettingKey key, JsonText value) {

    /** Returns the strong validator of the value. */
    public ETag etag() {
        return value.etag();
    }
}

package dev.tenantry.domain.model;

import java.util.Optional;

/**
 * What the app declares about one of its settings.
 *
 * @param key its name
 * @param title what people call it; empty for its key
 * @param description what people should know about it; may be empty
 * @param schema JSON Schema 2020-12 that its values must fit; empty if any value does
 * @param defaultValue what every new tenant starts with; empty for nothing
 */
public record SettingDefinition(
        SettingKey key, String title, String description, Optional<JsonText> schema, Optional<JsonText> defaultValue) {

    /** Returns the definition of a setting of which only the default is known. */
    public static SettingDefinition ofDefault(SettingKey key, JsonText defaultValue) {
        return new SettingDefinition(key, "", "", Optional.empty(), Optional.of(defaultValue));
    }
}

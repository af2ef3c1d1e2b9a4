package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of {@code settings.definitions} in config.yml.
 *
 * @param key the setting's name
 * @param title what people call it; empty if absent
 * @param description what people should know about it; empty if absent
 * @param schema JSON Schema 2020-12; null for none. {@link SchemaFiles} puts it here if the file names another file
 * @param defaultValue what every new tenant starts with; null for nothing
 */
public record DefinitionBlock(
        @NotNull String key,
        String title,
        String description,
        @Nullable JsonNode schema,
        @JsonProperty("default") @Nullable JsonNode defaultValue) {

    /** Jackson passes null for an absent key. A bad key fails here, and does not wait for the first install. */
    public DefinitionBlock {
        title = title == null ? "" : title;
        description = description == null ? "" : description;
        if (key != null) {
            new SettingKey(key);
        }
    }

    SettingDefinition toDefinition() {
        return new SettingDefinition(new SettingKey(key), title, description, text(schema), text(defaultValue));
    }

    private static Optional<JsonText> text(@Nullable JsonNode json) {
        return Optional.ofNullable(json).map(value -> new JsonText(value.toString()));
    }
}

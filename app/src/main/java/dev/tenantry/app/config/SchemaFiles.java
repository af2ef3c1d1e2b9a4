package dev.tenantry.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the schemas that {@code settings.definitions} names as files into the configuration, each in its place. */
public final class SchemaFiles implements ConfigurationSourceProvider {

    private static final JsonMapper JSON = ExactNumbers.in(JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build());

    private final ConfigurationSourceProvider configurations;

    /** @param configurations gives configurations as JSON */
    public SchemaFiles(ConfigurationSourceProvider configurations) {
        this.configurations = configurations;
    }

    /** Returns the configuration as JSON. A schema's path is relative to the configuration's own folder. */
    @Override
    public InputStream open(String path) throws IOException {
        try (var configuration = configurations.open(path)) {
            var root = JSON.readTree(configuration);
            for (var definition : root.at("/settings/definitions")) {
                include(Path.of(path), definition);
            }
            return new ByteArrayInputStream(JSON.writeValueAsBytes(root));
        }
    }

    private static void include(Path configuration, JsonNode definition) {
        if (definition instanceof ObjectNode object && object.path("schema").isTextual()) {
            object.set(
                    "schema",
                    read(configuration.resolveSibling(object.path("schema").textValue())));
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    "settings.definitions: " + file + " is not JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("settings.definitions: cannot read " + file, unreadable);
        }
    }
}

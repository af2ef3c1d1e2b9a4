package dev.tenantry.app.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Makes the path in {@code encryption.keyset} begin at the configuration's own folder, as those of schemas do. */
public final class KeysetPath implements ConfigurationSourceProvider {

    private static final ObjectMapper JSON = ExactNumbers.in(new ObjectMapper());

    private final ConfigurationSourceProvider configurations;

    /** @param configurations gives configurations as JSON */
    public KeysetPath(ConfigurationSourceProvider configurations) {
        this.configurations = configurations;
    }

    /** Returns the configuration as JSON. */
    @Override
    public InputStream open(String path) throws IOException {
        try (var configuration = configurations.open(path)) {
            var root = JSON.readTree(configuration);
            if (root.path("encryption") instanceof ObjectNode block
                    && EncryptionBlock.isPath(block.path("keyset").asText())) {
                block.put("keyset", beside(path, block.path("keyset").asText().strip()));
            }
            return new ByteArrayInputStream(JSON.writeValueAsBytes(root));
        }
    }

    private static String beside(String configuration, String keyset) {
        try {
            return Path.of(configuration).resolveSibling(keyset).toString();
        } catch (InvalidPathException noPath) {
            // Not chained: it quotes what it was given, which may be a key in the wrong place.
            throw new IllegalArgumentException("encryption.keyset is neither a path nor a keyset");
        }
    }
}

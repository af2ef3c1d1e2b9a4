package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block of config.yml whose feature is not built yet: it may be there, and it must be empty, so that nobody believes in
 * a protection that does not exist.
 */
final class UnbuiltBlock {

    @JsonAnySetter
    void set(String key, @Nullable Object value) {
        requireDefault(key, "", Objects.toString(value, ""));
    }

    /**
     * Refuses any value but the default.
     *
     * @throws IllegalArgumentException in a sentence that names the key
     */
    static void requireDefault(String key, String usual, String value) {
        if (!value.equals(usual)) {
            var allowed = usual.isEmpty() ? "must be empty" : "must be " + usual;
            throw new IllegalArgumentException(key + " " + allowed + ": what it would turn on is not built yet");
        }
    }
}

package dev.tenantry.adapters.http.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A file that ships with the classes.
 *
 * @param name its file name
 * @param text its content
 */
public record Resource(String name, String text) {

    /** Reads a file that lies beside a class. */
    public static Resource of(Class<?> owner, String name) {
        try (var in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " belongs beside " + owner);
            }
            return new Resource(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

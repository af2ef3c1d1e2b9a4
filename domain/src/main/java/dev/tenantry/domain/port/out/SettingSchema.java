package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the values of one setting must look like, and which of their members are secret. Immutable, and safe for use by
 * many threads; it waits for nothing.
 *
 * <p>A secret lies at a fixed place. Whoever may not see it sees {@code {"$secret":true}} there, and whoever writes that
 * object there again keeps the secret that is stored.
 */
public interface SettingSchema {

    /** Returns where secrets lie, as JSON Pointers (RFC 6901); the empty pointer if the whole value is one. */
    Set<String> secrets();

    /**
     * Returns in which ways the value does not fit, at most a hundred; empty if it does.
     *
     * @param value as it is stored, with its secrets
     */
    List<Violation> check(JsonText value);

    /**
     * Returns the value as it may be shown. Without a secret member it is the same text; else it is compact, and all
     * other numbers and strings keep their text. What cannot be told from a secret is concealed too: a value that is no
     * JSON as we read it, or an array where the object with the secret should be.
     */
    JsonText conceal(JsonText stored);

    /**
     * Returns the value to store: what was written, with the stored secrets in the places that show one concealed.
     *
     * @param stored what is stored now, or empty for nothing
     * @throws SchemaViolationException if a place shows a secret concealed and none is stored there, or shows a part of one
     */
    JsonText restore(JsonText written, Optional<JsonText> stored);
}

package dev.tenantry.domain.port.out;

import dev.tenantry.domain.model.JsonText;
import java.util.List;
import java.util.Optional;

/** What becomes of JSON in Forge's hosted key-value store, which reads it as JavaScript does. Safe for use by many threads. */
public interface HostedJson {

    /** Returns what matters to the store, or empty if the text is not JSON as we read it. */
    Optional<Shape> shape(JsonText value);

    /** Returns whether two values are the same JSON: objects in any order, numbers by their exact decimals. */
    boolean isSame(JsonText left, JsonText right);

    /**
     * What matters of a value.
     *
     * @param isNull whether it is {@code null}, which the store does not take for a value
     * @param depth how many arrays and objects lie within each other
     * @param rounded JSON Pointers (RFC 6901) of numbers that JavaScript cannot hold as they are, at most ten
     */
    record Shape(boolean isNull, int depth, List<String> rounded) {}
}

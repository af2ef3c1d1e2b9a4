package dev.tenantry.adapters.mongo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * BSON as the JSON that {@code JSON.stringify} makes of what MongoDB's driver for Node.js reads, so that values look as
 * they did to an app on ACE. Numbers are doubles there: an integral one is written without a fraction.
 */
final class BsonJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The form of ECMAScript's {@code Date.prototype.toISOString}. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private BsonJson() {}

    /**
     * Returns the JSON text of a value, or empty for none and null.
     *
     * @throws IllegalArgumentException if it holds what ACE never stores, such as binary data
     */
    static Optional<String> text(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(node(value).toString());
    }

    private static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof Map<?, ?> members) {
            var object = JSON.objectNode();
            members.forEach((name, member) -> object.set(String.valueOf(name), node(member)));
            return object;
        } else if (value instanceof List<?> items) {
            var array = JSON.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        return leaf(value);
    }

    private static JsonNode leaf(Object value) {
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        } else if (value instanceof Double number) {
            return number(number);
        } else if (value instanceof Integer || value instanceof Long) {
            return DecimalNode.valueOf(new BigDecimal(value.toString()));
        } else if (value instanceof Date time) {
            return JSON.textNode(TIME.format(time.toInstant()));
        } else if (value instanceof String || value instanceof ObjectId) {
            return JSON.textNode(value.toString());
        }
        throw new IllegalArgumentException("it holds a " + value.getClass().getSimpleName() + ", which JSON has not");
    }

    /** JavaScript has no JSON for the numbers that are none. */
    private static JsonNode number(double number) {
        if (!Double.isFinite(number)) {
            return JSON.nullNode();
        }
        var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return DecimalNode.valueOf(
                exact.scale() < 0 && exact.precision() - exact.scale() < 22 ? exact.setScale(0) : exact);
    }
}

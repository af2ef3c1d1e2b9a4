package dev.tenantry.adapters.http.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.domain.model.Violation;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Turns one of our trees into one of the validator's, and notes the numbers that are too large to be reckoned with. For one tree. */
final class SchemaNodes {

    /** Longer numbers take quadratic time to read. */
    private static final int MAX_DIGITS = 1000;

    /** A larger power of ten has so many digits once a rule such as {@code multipleOf} divides it. */
    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*([0-9]*)$");

    private static final int MAX_EXPONENT_DIGITS = 3;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Deque<String> path = new ArrayDeque<>();
    private final List<Violation> tooLarge = new ArrayList<>();

    /** Returns the numbers that were replaced by zero. */
    List<Violation> tooLarge() {
        return tooLarge;
    }

    JsonNode node(Json json) {
        if (json instanceof JsonObject object) {
            var node = NODES.objectNode();
            object.members().forEach((name, member) -> node.set(name, child(name, member)));
            return node;
        }
        if (json instanceof JsonArray array) {
            var node = NODES.arrayNode(array.size());
            array.items().forEach(item -> node.add(child(String.valueOf(node.size()), item)));
            return node;
        }
        return leaf((JsonLeaf) json);
    }

    private JsonNode child(String token, Json json) {
        path.addLast(token);
        var node = node(json);
        path.removeLast();
        return node;
    }

    private JsonNode leaf(JsonLeaf leaf) {
        if (leaf instanceof JsonLeaf.Text text) {
            return NODES.textNode(text.value());
        }
        if (leaf instanceof JsonLeaf.Numeral numeral) {
            return number(numeral.text());
        }
        return switch (leaf.text()) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode number(String text) {
        var exponent = EXPONENT.matcher(text);
        boolean powered = exponent.find();
        boolean huge = powered && exponent.group(1).length() > MAX_EXPONENT_DIGITS;
        if (huge || text.length() > MAX_DIGITS) {
            tooLarge.add(new Violation(
                    new Pointer(List.copyOf(path)).toString(),
                    "number",
                    "must have at most " + MAX_DIGITS + " digits, and " + MAX_EXPONENT_DIGITS + " in its exponent"));
            return NODES.numberNode(0);
        }
        return number(new BigDecimal(text).stripTrailingZeros());
    }

    /** Equal numbers become equal nodes, however they are written: 1, 1.0 and 10e-1. */
    private static JsonNode number(BigDecimal value) {
        return value.scale() <= 0 ? NODES.numberNode(value.toBigIntegerExact()) : DecimalNode.valueOf(value);
    }
}

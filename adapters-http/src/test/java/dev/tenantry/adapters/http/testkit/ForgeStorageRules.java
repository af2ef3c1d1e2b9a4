package dev.tenantry.adapters.http.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What Forge's store takes. Source: Atlassian, Forge, "Error handling for the Key-Value Store", "KVS and Custom Entity Store
 * limits" and the schema of the REST API.
 */
final class ForgeStorageRules {

    static final int PLAIN_BYTES = 240 * 1024;
    static final int SECRET_BYTES = 128 * 1024;

    private static final int MAX_KEY = 500;
    private static final int MAX_DEPTH = 31;
    private static final Pattern KEY = Pattern.compile("(?!\\s+$)[a-zA-Z0-9:._\\s#-]+");

    private ForgeStorageRules() {}

    static String key(JsonNode item) {
        var key = item.path("key").asText();
        require(!key.isEmpty(), "KEY_TOO_SHORT");
        require(key.length() <= MAX_KEY, "KEY_TOO_LONG");
        require(KEY.matcher(key).matches(), "INVALID_KEY");
        return key;
    }

    /** Returns the value as JavaScript would hold it. */
    static JsonNode value(JsonNode item, int maxBytes) {
        var value = held(item.path("value"));
        require(!value.isMissingNode() && !value.isNull(), "INVALID_VALUE");
        require(value.toString().getBytes(StandardCharsets.UTF_8).length <= maxBytes, "MAX_SIZE");
        require(depth(value) <= MAX_DEPTH, "MAX_DEPTH");
        return value;
    }

    private static void require(boolean holds, String code) {
        if (!holds) {
            throw new Refusal(400, code);
        }
    }

    private static int depth(JsonNode node) {
        return node.isContainerNode()
                ? 1
                        + StreamSupport.stream(node.spliterator(), false)
                                .mapToInt(ForgeStorageRules::depth)
                                .max()
                                .orElse(0)
                : 0;
    }

    private static JsonNode held(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), held(member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(entry -> copy.add(held(entry)));
            return copy;
        }
        return node.isNumber() ? number(node.doubleValue()) : node;
    }

    private static JsonNode number(double held) {
        boolean whole = held == Math.rint(held) && Math.abs(held) < 1e18;
        return whole ? JsonNodeFactory.instance.numberNode((long) held) : JsonNodeFactory.instance.numberNode(held);
    }

    /** A request, or an item of a batch, that Forge does not do. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        Refusal(int status, String code) {
            super(code);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        ObjectNode toNode() {
            return JsonNodeFactory.instance.objectNode().put("code", code).put("message", "stand-in: " + code);
        }

        String toJson() {
            return toNode().toString();
        }
    }
}

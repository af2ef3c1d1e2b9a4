package dev.tenantry.app.move;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of an object, each of which must be taken: one that nobody knows may mean that the line means something
 * else. What is wrong is an {@link IllegalArgumentException} whose message names members and quotes no values.
 */
final class Members {

    private final ObjectNode object;

    /** @param object is emptied by what is taken */
    Members(ObjectNode object) {
        this.object = object;
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("it has no text \"" + name + '"'));
    }

    Optional<String> find(String name) {
        return take(name).map(value -> textOf(name, value));
    }

    Instant at(String name) {
        return findAt(name).orElseThrow(() -> new IllegalArgumentException("it has no time \"" + name + '"'));
    }

    Optional<Instant> findAt(String name) {
        return find(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException malformed) {
                throw new IllegalArgumentException('"' + name + "\" is no time", malformed);
            }
        });
    }

    long number(String name) {
        return take(name)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .orElseThrow(() -> new IllegalArgumentException("it has no number \"" + name + '"'));
    }

    boolean flag(String name) {
        return take(name)
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not true or false"));
    }

    Optional<Members> object(String name) {
        return take(name).map(value -> {
            if (value instanceof ObjectNode members) {
                return new Members(members);
            }
            throw new IllegalArgumentException('"' + name + "\" is no object");
        });
    }

    /** Returns the members of an object, all of which are texts, in their order. */
    Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        object(name)
                .ifPresent(members -> members.object
                        .properties()
                        .forEach(member -> texts.put(member.getKey(), textOf(member.getKey(), member.getValue()))));
        return texts;
    }

    void requireNoMore() {
        object.fieldNames().forEachRemaining(name -> {
            throw new IllegalArgumentException("it has a member that is not known here: \"" + name + '"');
        });
    }

    private Optional<JsonNode> take(String name) {
        return Optional.ofNullable(object.remove(name));
    }

    private static String textOf(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException('"' + name + "\" is no text");
        }
        return value.textValue();
    }
}

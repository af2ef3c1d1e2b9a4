package dev.tenantry.adapters.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes JSON objects apart and puts them together, member by member, each as its exact text: a number that we do not
 * understand keeps its digits. Failures never quote the text, which may hold a secret.
 */
final class Json {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private Json() {}

    /**
     * Returns the members of an object, each as its JSON text; of members with one name, the last.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    static Map<String, String> members(String object) {
        try (var parser = JSON.createParser(object)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            var members = new LinkedHashMap<String, String>();
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                members.put(name, value(parser, object));
            }
            require(parser.nextToken() == null);
            return members;
        } catch (IOException e) {
            throw notAnObject();
        }
    }

    /** Returns the text of a JSON string, or empty if the value is something else. */
    static Optional<String> string(String value) {
        try (var parser = JSON.createParser(value)) {
            return Optional.ofNullable(parser.nextTextValue());
        } catch (IOException e) {
            throw notAnObject();
        }
    }

    /** Returns an object of members whose values are JSON text. */
    static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quote(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Returns a JSON string. Half a surrogate pair has no UTF-8 form and is escaped. */
    static String quote(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        new String(ENCODER.quoteAsString(text)).codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder target, int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            target.append(String.format("\\u%04X", codePoint));
        } else {
            target.appendCodePoint(codePoint);
        }
    }

    private static String value(JsonParser parser, String text) throws IOException {
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw notAnObject();
        }
    }

    private static IllegalArgumentException notAnObject() {
        return new IllegalArgumentException("not a JSON object");
    }
}

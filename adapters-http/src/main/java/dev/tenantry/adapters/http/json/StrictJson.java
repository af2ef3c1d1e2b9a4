package dev.tenantry.adapters.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.JsonText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads JSON by RFC 8259: one value, in UTF-8 without a byte order mark, without duplicate names, at most
 * {@value #MAX_DEPTH} levels deep.
 *
 * <p>What breaks these rules is a {@link RejectedException} with {@code INVALID_JSON}, whose detail quotes nothing of the
 * text: it may hold a secret.
 */
public final class StrictJson {

    /** How many arrays and objects may lie within each other. */
    public static final int MAX_DEPTH = 64;

    /** Names are not canonicalized: the table is shared by all callers and refuses names that collide in it. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private StrictJson() {}

    /** Returns the exact text of a value, blanks around it included. */
    public static JsonText text(byte[] utf8) {
        var text = decode(utf8);
        read(text, JsonParser::skipChildren);
        return new JsonText(text);
    }

    /** Returns the members of an object, each as its exact text, in their order. */
    public static Map<String, JsonText> members(byte[] utf8) {
        var text = decode(utf8);
        return read(text, parser -> members(parser, text));
    }

    /** Returns a value as a tree. */
    public static Json tree(JsonText value) {
        var reader = new TreeReader(value.text());
        return read(value.text(), reader::read);
    }

    private static Map<String, JsonText> members(JsonParser parser, String text) throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT, "The body must be a JSON object.");
        var members = new LinkedHashMap<String, JsonText>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, new JsonText(slice(parser, text)));
        }
        return members;
    }

    /** Returns the exact text of the value that begins at the current token, and moves to its end. */
    static String slice(JsonParser parser, String text) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static String decode(byte[] utf8) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            require(!text.startsWith("\uFEFF"), "JSON must not begin with a byte order mark.");
            return text;
        } catch (CharacterCodingException malformed) {
            throw new RejectedException(ErrorCode.INVALID_JSON, "The body is not UTF-8.");
        }
    }

    private static <T> T read(String text, ValueReader<T> reader) {
        try (var parser = FACTORY.createParser(text)) {
            require(parser.nextToken() != null, "The body is empty.");
            var value = reader.read(parser);
            require(parser.nextToken() == null, "There is more than one JSON value.");
            return value;
        } catch (StreamConstraintsException tooDeep) {
            throw new RejectedException(
                    ErrorCode.INVALID_JSON, "JSON may be nested " + MAX_DEPTH + " levels deep at most.");
        } catch (JsonProcessingException malformed) {
            throw new RejectedException(ErrorCode.INVALID_JSON, describe(malformed));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be read", e);
        }
    }

    private static String describe(JsonProcessingException malformed) {
        var at = malformed.getLocation();
        var place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return "This is not JSON, or it repeats a name of an object" + place + '.';
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new RejectedException(ErrorCode.INVALID_JSON, otherwise);
        }
    }

    /** Reads the value whose first token is current, to its end. */
    private interface ValueReader<T> {
        T read(JsonParser parser) throws IOException;
    }
}

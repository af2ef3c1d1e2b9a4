package dev.tenantry.adapters.http.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.token.KeyId;
import dev.tenantry.domain.token.Token;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses a JSON Web Signature in compact serialization (RFC 7515, section 7.1). Segments are base64url without padding
 * (section 2); of a claim that comes twice the last one counts (RFC 7519, section 4).
 */
final class TokenParser {

    private static final int MAX_LENGTH = 16 * 1024;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /** Names are not canonicalized: strangers could fill the table that all callers share. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TokenParser() {}

    /**
     * A token and all that its payload says.
     *
     * @param token what every token has
     * @param payload an object
     */
    record Parsed(Token token, JsonNode payload) {}

    /** Throws {@link UnauthenticatedException} if the text is no token, or one that asks for more than we know. */
    static Parsed parse(String text) {
        if (text.length() > MAX_LENGTH || !COMPACT.matcher(text).matches()) {
            throw new UnauthenticatedException("the token is malformed");
        }
        int endOfHeader = text.indexOf('.');
        int endOfPayload = text.lastIndexOf('.');
        var header = object(text.substring(0, endOfHeader));
        var payload = object(text.substring(endOfHeader + 1, endOfPayload));
        if (header.has("crit")) {
            // RFC 7515, section 4.1.11: who does not understand an extension that is marked so must refuse.
            throw new UnauthenticatedException("the token has critical extensions");
        }
        var token = new Token(
                string(header.path("alg")).orElse(""),
                string(header.path("kid")).flatMap(KeyId::parse),
                ClaimsParser.parse(payload),
                text.substring(0, endOfPayload),
                text.substring(endOfPayload + 1));
        return new Parsed(token, payload);
    }

    private static Optional<String> string(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    private static JsonNode object(String segment) {
        try {
            var json = JSON.readTree(decode(segment));
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException malformed) {
            throw new UnauthenticatedException("the token holds no JSON");
        }
        throw new UnauthenticatedException("the token holds no JSON object");
    }

    private static String decode(String segment) throws CharacterCodingException {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(segment));
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }
}

package dev.tenantry.adapters.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/** What ACE reads from a text in Redis: the JSON that it is, and if it is none, a string. */
final class AceText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AceText() {}

    /** Returns JSON: the text itself, or a JSON string of it. */
    static String json(String text) {
        try {
            return JSON.readTree(text).isMissingNode() ? string(text) : text;
        } catch (JsonProcessingException noJson) {
            return string(text);
        }
    }

    private static String string(String text) {
        return new TextNode(text).toString();
    }
}

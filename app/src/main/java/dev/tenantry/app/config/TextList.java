package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Several texts, written as a YAML list or, as an environment variable must, as one text with commas.
 *
 * @param values trimmed and not empty
 */
public record TextList(List<String> values) {

    static final TextList EMPTY = new TextList(List.of());

    public TextList {
        values = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    @JsonCreator
    static TextList parse(JsonNode node) {
        return new TextList(texts(node).toList());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                : Arrays.stream(node.asText().split(",", -1));
    }
}

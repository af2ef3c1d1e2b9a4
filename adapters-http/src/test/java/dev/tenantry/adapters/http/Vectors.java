package dev.tenantry.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Recorded facts about how peers behave. */
final class Vectors {

    private Vectors() {}

    static JsonNode read(String name) {
        try (var in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> cases(JsonNode vectors) {
        return StreamSupport.stream(vectors.get("cases").spliterator(), false);
    }
}

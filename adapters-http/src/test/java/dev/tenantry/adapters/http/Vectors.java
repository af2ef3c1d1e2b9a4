package dev.tenantry.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Recorded facts about how peers behave. */
public final class Vectors {

    private Vectors() {}

    /** Returns a file of them. */
    public static JsonNode read(String name) {
        try (var in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the cases of a file. */
    public static Stream<JsonNode> cases(JsonNode vectors) {
        return StreamSupport.stream(vectors.get("cases").spliterator(), false);
    }
}

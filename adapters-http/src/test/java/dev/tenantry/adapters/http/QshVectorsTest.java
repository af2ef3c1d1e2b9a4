package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.domain.token.Qsh;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hashes that Atlassian's own Java library computed; hosts are written with it. */
class QshVectorsTest {

    private static final JsonNode VECTORS = Vectors.read("qsh.json");

    static Stream<JsonNode> cases() {
        return Vectors.cases(VECTORS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hashAgreesWithAtlassiansLibrary(JsonNode vector) {
        var basePath = URI.create(vector.get("baseUrl").asText()).getRawPath();

        var qsh = Qsh.of(vector.get("method").asText(), vector.get("url").asText(), basePath);

        assertThat(qsh).as("%s: %s", vector.get("id"), vector.get("note")).isEqualTo(expected(vector));
    }

    @Test
    void allVectorsAreThere() {
        assertThat(cases()).hasSize(VECTORS.get("count").asInt()).hasSize(103);
    }

    /** Where the library throws, which is recorded as ERROR, nothing can have been signed. */
    private static Optional<String> expected(JsonNode vector) {
        return Optional.of(vector.path("acsb").path("qsh").asText()).filter(qsh -> !qsh.startsWith("ERROR"));
    }
}

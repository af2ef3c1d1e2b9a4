package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Replays what ACE was asked, in the same order against one store, and holds our verdicts against its own. Where they
 * differ, {@link JwtExceptions} says why.
 */
class JwtVectorsTest {

    private static final JsonNode VECTORS = Vectors.read("jwt.json");
    private static final VectorPeer PEER = new VectorPeer(VECTORS);
    private static final Map<String, Integer> STATUSES = new LinkedHashMap<>();

    @BeforeAll
    static void replayAllInTheirOrder() {
        VECTORS.get("cases")
                .forEach(vector -> STATUSES.put(
                        vector.get("id").asText(), PEER.replay(vector).status()));
    }

    @AfterAll
    static void stop() {
        PEER.close();
    }

    @Test
    void allVectorsAreThere() {
        assertThat(STATUSES).hasSize(VECTORS.get("count").asInt()).hasSize(154);
    }

    @Test
    void verdictsAreThoseOfAceExceptWhereARuleSaysOtherwise() {
        var differing = Vectors.cases(VECTORS)
                .filter(vector ->
                        accepts(id(vector)) != vector.get("ace").get("accepted").asBoolean())
                .map(JwtVectorsTest::id);

        assertThat(differing).containsExactlyInAnyOrderElementsOf(JwtExceptions.REASONS.keySet());
    }

    @Test
    void thirtyFiveAreAccepted() {
        assertThat(STATUSES.keySet().stream().filter(JwtVectorsTest::accepts)).hasSize(35);
    }

    @Test
    void refusalsAreNoFailuresOfOurs() {
        assertThat(STATUSES.values()).isSubsetOf(200, 204, 400, 401, 403, 503);
    }

    private static boolean accepts(String id) {
        return STATUSES.getOrDefault(id, 0) < 300;
    }

    private static String id(JsonNode vector) {
        return vector.get("id").asText();
    }
}

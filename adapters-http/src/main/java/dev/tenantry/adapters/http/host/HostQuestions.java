package dev.tenantry.adapters.http.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.TenantRecord;

/**
 * Asks the site of one tenant. Only a {@code 200} with a JSON object tells anything; what is not there is not guessed.
 *
 * @param client calls the site
 * @param tenant whose site
 * @param deadline by when all must be known
 */
record HostQuestions(HostClient client, TenantRecord tenant, Deadline deadline) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Returns the object that the host answers with, or throws {@link HostUnavailableException}. */
    JsonNode ask(HostRequest request) {
        var response = client.send(tenant, request, deadline);
        if (response.status() != 200) {
            throw unclear("the status " + response.status());
        }
        try {
            var json = JSON.readTree(response.body());
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException malformed) {
            throw unclear("what is no JSON");
        }
        throw unclear("what is no JSON object");
    }

    /** Returns an array that the answer must have. */
    JsonNode array(JsonNode answer, String name) {
        var array = answer.path(name);
        if (!array.isArray()) {
            throw unclear("no " + name);
        }
        return array;
    }

    /** Returns the failure of a question that got this for an answer; what the host wrote is not quoted. */
    HostUnavailableException unclear(String what) {
        return new HostUnavailableException("the host of tenant " + tenant.id() + " answers with " + what);
    }
}

package dev.tenantry.adapters.http.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.TenantRecord;
import java.util.List;
import java.util.function.Function;

/**
 * Asks one site. What is not there is not guessed.
 *
 * @param owner whose site it is, for messages
 * @param sender sends a request there, as somebody who may, and returns the answer
 */
record HostQuestions(String owner, Function<HostRequest, HostResponse> sender) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Returns the way to ask as the app, by which all must be known within the time that the client allows. */
    static HostQuestions asTheApp(HostClient client, TenantRecord tenant) {
        var deadline = client.start();
        return new HostQuestions("tenant " + tenant.id(), request -> client.send(tenant, request, deadline));
    }

    /** Returns the JSON object that the host answers with. Only one with {@code 200} tells anything. */
    JsonNode ask(HostRequest request) {
        var response = require(request, List.of(200));
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

    /** Returns the answer if it has one of these statuses. */
    HostResponse require(HostRequest request, List<Integer> statuses) {
        var response = sender.apply(request);
        if (!statuses.contains(response.status())) {
            throw unclear("the status " + response.status());
        }
        return response;
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
        return new HostUnavailableException("the host of " + owner + " answers with " + what);
    }
}

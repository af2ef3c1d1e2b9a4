package dev.tenantry.app.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param etag the {@code ETag}, or empty if there was none
 * @param body the body as text, or empty
 */
record Reply(int status, String etag, String body) {

    private static final int SUCCESSFUL = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns what a person wants to read of the body: of a problem, its code and its sentence. */
    String gist() {
        try {
            var json = JSON.readTree(body);
            return status < SUCCESSFUL || !json.has("code")
                    ? body
                    : json.path("code").asText() + ": " + json.path("detail").asText();
        } catch (JsonProcessingException notJson) {
            return body;
        }
    }
}

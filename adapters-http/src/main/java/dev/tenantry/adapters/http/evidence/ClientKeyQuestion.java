package dev.tenantry.adapters.http.evidence;

import dev.tenantry.adapters.http.host.HostRequest;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * How a product is asked for the clientKey of the Connect tenant on a site, and where it says it.
 *
 * <p>Source: Atlassian, "Retrieving the Connect clientKey in Forge" (Jira, Confluence) and Bitbucket Cloud REST API, "Get the
 * client key of a Connect addon", which does not show the answer: both spellings are read.
 *
 * @param path below the product's base URL
 * @param members of the JSON object that it answers with; the first that is text counts
 */
record ClientKeyQuestion(String path, List<String> members) {

    private static final String PROPERTY = "connect_client_key_019cdff3-8bfb-71fe-9628-875b700aebb8";

    static ClientKeyQuestion of(App app) {
        var key = HostRequest.encoded(app.key());
        var property = "/rest/atlassian-connect/1/addons/" + key + "/properties/" + PROPERTY;
        return switch (app.product()) {
            case JIRA -> new ClientKeyQuestion(property, List.of("value"));
            case CONFLUENCE -> new ClientKeyQuestion("/wiki" + property, List.of("value"));
            case BITBUCKET ->
                new ClientKeyQuestion("/2.0/addon/" + key + "/client-key", List.of("client_key", "clientKey"));
        };
    }

    /**
     * Returns the clientKey in an answer.
     *
     * @throws HostUnavailableException if there is none; what the host wrote is not quoted
     */
    TenantId read(byte[] answer) {
        try {
            return new TenantId(text(answer).orElseThrow(() -> unclear("no clientKey")));
        } catch (RejectedException malformed) {
            throw unclear("what is no JSON");
        } catch (IllegalArgumentException notAnId) {
            throw unclear("what cannot be a clientKey");
        }
    }

    private Optional<String> text(byte[] answer) {
        return StrictJson.tree(StrictJson.text(answer)) instanceof JsonObject object
                ? members.stream()
                        .flatMap(name -> object.find(name).stream())
                        .filter(JsonLeaf.Text.class::isInstance)
                        .map(found -> ((JsonLeaf.Text) found).value())
                        .findFirst()
                : Optional.empty();
    }

    private static HostUnavailableException unclear(String what) {
        return new HostUnavailableException("the host, asked for a clientKey, answers with " + what);
    }
}

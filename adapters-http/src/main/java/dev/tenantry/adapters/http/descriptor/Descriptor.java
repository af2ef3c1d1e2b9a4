package dev.tenantry.adapters.http.descriptor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.Region;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the app tells a host about itself. It announces the routes that exist and nothing else.
 *
 * <p>Source: Atlassian, "App descriptor" of Jira, Confluence and Bitbucket. Bitbucket knows neither {@code enabled} and
 * {@code disabled} nor {@code apiMigrations}.
 *
 * @param json the descriptor
 */
public record Descriptor(JsonText json) {

    /** Where the descriptor lies under the base URL. */
    public static final String PATH = "/atlassian-connect.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Makes the descriptor of an app.
     *
     * @param name how people know the app
     * @param template a JSON object whose members come first and stay, except those that only the app itself can know:
     *     key, name, baseUrl, links.self, authentication, lifecycle and apiMigrations
     * @param features what the app does; what they need is added where the template lacks it
     * @throws IllegalArgumentException if the template is not a JSON object
     */
    public static Descriptor of(App app, String name, Optional<String> template, Set<Feature> features) {
        var descriptor = template.map(Descriptor::parse).orElseGet(JSON::createObjectNode);
        var baseUrl = app.baseUrls().get(0);
        descriptor.put("key", app.key()).put("name", name).put("baseUrl", baseUrl);
        descriptor.set("authentication", JSON.createObjectNode().put("type", "jwt"));
        descriptor.set("lifecycle", lifecycle(app.product()));
        if (!descriptor.has("vendor")) {
            object(descriptor, "vendor").put("name", name).put("url", baseUrl);
        }
        if (app.product() == Product.BITBUCKET) {
            addBitbucketsOwn(descriptor);
        } else {
            addOthersOwn(descriptor, baseUrl);
        }
        var modules = object(descriptor, "modules");
        if (features.contains(Feature.SETTINGS_PAGE)) {
            addUnlessThere(modules, ConfigurePage.MODULE, ConfigurePage.of(app.product(), name));
        }
        if (features.contains(Feature.ADMINISTRATOR_CHECK) && descriptor.get("scopes") instanceof ArrayNode scopes) {
            Scopes.of(app.product()).require(scopes);
        }
        return new Descriptor(new JsonText(descriptor.toPrettyString()));
    }

    /**
     * Returns the descriptor of an app whose data are in several regions.
     *
     * @param regionBaseUrls where the app is in each; empty changes nothing
     */
    public Descriptor with(Map<Region, String> regionBaseUrls) {
        if (regionBaseUrls.isEmpty()) {
            return this;
        }
        var descriptor = parse(json.text());
        DataResidency.announce(descriptor, regionBaseUrls);
        return new Descriptor(new JsonText(descriptor.toPrettyString()));
    }

    private static void addBitbucketsOwn(ObjectNode descriptor) {
        descriptor.remove("apiMigrations");
        addUnlessThere(descriptor, "scopes", JSON.createArrayNode().add("account"));
        addUnlessThere(descriptor, "contexts", JSON.createArrayNode().add("account"));
    }

    private static void addOthersOwn(ObjectNode descriptor, String baseUrl) {
        object(descriptor, "links").put("self", baseUrl + PATH);
        addUnlessThere(descriptor, "apiVersion", JSON.getNodeFactory().numberNode(1));
        addUnlessThere(descriptor, "scopes", JSON.createArrayNode().add("READ"));
        object(descriptor, "apiMigrations")
                .put("signed-install", true)
                .put("context-qsh", true)
                .put("gdpr", true);
    }

    private static ObjectNode lifecycle(Product product) {
        var lifecycle = JSON.createObjectNode().put("installed", "/installed").put("uninstalled", "/uninstalled");
        return product == Product.BITBUCKET
                ? lifecycle
                : lifecycle.put("enabled", "/enabled").put("disabled", "/disabled");
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }

    private static void addUnlessThere(ObjectNode parent, String name, JsonNode value) {
        if (!parent.has(name)) {
            parent.set(name, value);
        }
    }

    private static ObjectNode parse(String template) {
        try {
            if (JSON.readTree(template) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("the descriptor's template is not JSON", malformed);
        }
        throw new IllegalArgumentException("the descriptor's template is not a JSON object");
    }
}

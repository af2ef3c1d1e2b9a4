package dev.tenantry.adapters.http.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tenantry.domain.model.Product;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The scopes with which an app may read what a host knows of its users.
 *
 * <p>Source: Atlassian, "Scopes for Connect apps" of Jira and of Confluence, which tell what each scope implies; Bitbucket,
 * "App descriptor".
 *
 * @param reading the scope that is enough
 * @param implying others that imply it
 */
record Scopes(String reading, Set<String> implying) {

    static Scopes of(Product product) {
        return switch (product) {
            case JIRA, CONFLUENCE ->
                new Scopes("READ", Set.of("WRITE", "DELETE", "PROJECT_ADMIN", "SPACE_ADMIN", "ADMIN"));
            case BITBUCKET -> new Scopes("account", Set.of("account:write"));
        };
    }

    /** Adds the scope unless it is there, or another one that implies it. */
    void require(ArrayNode scopes) {
        boolean granted = StreamSupport.stream(scopes.spliterator(), false).anyMatch(this::grants);
        if (!granted) {
            scopes.add(reading);
        }
    }

    private boolean grants(JsonNode scope) {
        var name = scope.asText();
        return name.equalsIgnoreCase(reading)
                || implying.contains(name)
                || implying.contains(name.toUpperCase(Locale.ROOT));
    }
}

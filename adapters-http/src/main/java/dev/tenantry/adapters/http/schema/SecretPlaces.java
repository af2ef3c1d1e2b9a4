package dev.tenantry.adapters.http.schema;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the places that a schema marks with {@code "secret": true}.
 *
 * <p>A place must be fixed, or a secret could be shown, or kept for the wrong thing: items of an array move, and what a
 * {@code oneOf} or a {@code $ref} says about a place depends on the value. So the way from the root to a secret is
 * {@code properties} only, and everything else is refused.
 */
final class SecretPlaces {

    private static final String SECRET = "secret";
    private static final String PROPERTIES = "properties";

    /** Keywords whose values are data and no schemas. */
    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

    /** Keywords whose members are schemas under names of the author's choice. */
    private static final Set<String> NAMED =
            Set.of(PROPERTIES, "patternProperties", "$defs", "definitions", "dependentSchemas");

    private static final Set<String> DYNAMIC = Set.of("$dynamicRef", "$recursiveRef");

    private final List<Pointer> places = new ArrayList<>();
    private boolean refersAround;

    private SecretPlaces() {}

    /**
     * Returns where values of this schema have secrets.
     *
     * @throws IllegalArgumentException if a secret is marked where it cannot be kept
     */
    static List<Pointer> in(Json schema) {
        var found = new SecretPlaces();
        found.visit(schema, List.of());
        require(
                found.places.isEmpty() || !found.refersAround,
                "beside a secret, \"$ref\" may only lead to \"#/$defs/…\", and \"$dynamicRef\" nowhere");
        return List.copyOf(found.places);
    }

    /** Visits a schema whose place is fixed. */
    private void visit(Json schema, List<String> path) {
        if (!(schema instanceof JsonObject object)) {
            return;
        }
        if (isMarked(object)) {
            places.add(new Pointer(path));
            object.members().forEach(this::forbid);
            return;
        }
        object.members().forEach((keyword, value) -> {
            if (keyword.equals(PROPERTIES) && value instanceof JsonObject properties) {
                properties.members().forEach((name, member) -> visit(member, child(path, name)));
            } else {
                forbid(keyword, value);
            }
        });
    }

    private static List<String> child(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    private static boolean isMarked(JsonObject schema) {
        var mark = schema.find(SECRET).orElse(JsonObject.EMPTY);
        boolean marked =
                mark instanceof JsonLeaf.Literal literal && literal.text().equals("true");
        boolean unmarked =
                mark instanceof JsonLeaf.Literal literal && literal.text().equals("false");
        require(marked || unmarked || schema.find(SECRET).isEmpty(), "\"secret\" is true or false");
        return marked;
    }

    /** Visits a keyword under which no secret may be marked. */
    private void forbid(String keyword, Json value) {
        if (keyword.equals("$ref") || DYNAMIC.contains(keyword)) {
            refersAround |= DYNAMIC.contains(keyword) || !leadsToDefinition(value);
        } else if (NAMED.contains(keyword) && value instanceof JsonObject named) {
            named.members().values().forEach(this::forbid);
        } else if (!DATA.contains(keyword)) {
            forbid(value);
        }
    }

    private void forbid(Json value) {
        if (value instanceof JsonArray array) {
            array.items().forEach(this::forbid);
        } else if (value instanceof JsonObject schema) {
            require(!isMarked(schema), "a secret must be reached through \"properties\" alone, and not lie in another");
            schema.members().forEach(this::forbid);
        }
    }

    private static boolean leadsToDefinition(Json reference) {
        return reference instanceof JsonLeaf.Text text && text.value().startsWith("#/$defs/");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

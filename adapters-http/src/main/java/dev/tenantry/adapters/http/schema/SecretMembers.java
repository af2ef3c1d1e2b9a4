package dev.tenantry.adapters.http.schema;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the secrets out of a value, and puts them back in.
 *
 * @param places where they lie
 */
record SecretMembers(List<Pointer> places) {

    private static final String MARK = "$secret";

    /** What is shown in a secret's place. */
    static final Json CONCEALED = new JsonObject(Map.of(MARK, new JsonLeaf.Literal("true")));

    /** Returns the value without its secrets; the same one if it has none. */
    Json conceal(Json value) {
        var concealed = value;
        for (var place : places) {
            concealed = conceal(concealed, place.tokens());
        }
        return concealed;
    }

    private static Json conceal(Json value, List<String> way) {
        if (way.isEmpty() || isInTheWay(value)) {
            return CONCEALED;
        }
        if (value instanceof JsonObject object) {
            return object.find(way.get(0))
                    .map(member -> with(object, way.get(0), member, conceal(member, rest(way))))
                    .orElse(object);
        }
        return value;
    }

    /** An array or a text where the object with the secret should be may hold the secret in another form. */
    private static boolean isInTheWay(Json value) {
        return !(value instanceof JsonObject || value instanceof JsonLeaf.Literal);
    }

    /**
     * Returns the value with the stored secrets in the places that show one concealed.
     *
     * @throws SchemaViolationException if nothing is concealed in such a place of what is stored, or if such a place shows
     *     more than that something is concealed
     */
    Json restore(Json written, Optional<Json> stored) {
        var violations = new ArrayList<Violation>();
        var restored = written;
        for (var place : places) {
            restored = new Way(place, violations).restore(restored, stored, 0);
        }
        if (!violations.isEmpty()) {
            throw new SchemaViolationException(violations.stream().distinct().toList());
        }
        return restored;
    }

    private static JsonObject with(JsonObject object, String name, Json before, Json after) {
        return before == after ? object : object.with(name, after);
    }

    private static List<String> rest(List<String> way) {
        return way.subList(1, way.size());
    }

    /** The way to one secret, with what is wrong on it. */
    private record Way(Pointer place, List<Violation> violations) {

        /** Returns what is at the given depth of the way, with the secret that lies there or deeper. */
        Json restore(Json written, Optional<Json> stored, int depth) {
            var way = place.tokens().subList(depth, place.tokens().size());
            if (written.isEqualTo(CONCEALED)) {
                return stored.filter(value -> conceal(value, way).isEqualTo(CONCEALED))
                        .orElseGet(() -> refuse(written, depth, "keeps a secret where none is stored"));
            }
            if (isChangeOfConcealed(written)) {
                return refuse(written, depth, "must be replaced as a whole");
            }
            if (way.isEmpty() || !(written instanceof JsonObject object)) {
                return written;
            }
            var name = way.get(0);
            return object.find(name)
                    .map(member -> with(object, name, member, restore(member, child(stored, name), depth + 1)))
                    .orElse(object);
        }

        /** A patch knows nothing of what is concealed: what it makes of that lacks all that it does not name. */
        private static boolean isChangeOfConcealed(Json written) {
            return written instanceof JsonObject object && object.find(MARK).isPresent();
        }

        private Json refuse(Json written, int depth, String message) {
            var pointer = new Pointer(place.tokens().subList(0, depth)).toString();
            violations.add(new Violation(pointer, "secret", message));
            return written;
        }

        private static Optional<Json> child(Optional<Json> parent, String name) {
            return parent.filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .flatMap(object -> object.find(name));
        }
    }
}

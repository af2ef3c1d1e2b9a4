package dev.tenantry.adapters.http.lifecycle;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object, each as its exact text.
 *
 * @param texts by name, in their order; no name has lone surrogates, which no store could keep
 */
public record Members(Map<String, JsonText> texts) {

    /** @throws RejectedException if a name has lone surrogates */
    public Members {
        texts.keySet().forEach(Members::requireWellFormed);
    }

    /** Returns a member that must be a string if it is there; {@code null} counts as absent. */
    Optional<String> string(String name) {
        var value = value(name);
        if (value.isPresent() && textOf(value.get()).isEmpty()) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The " + name + " must be a string.");
        }
        return value.flatMap(Members::textOf);
    }

    /** Returns a member if it happens to be a string. */
    Optional<String> stringIfAny(String name) {
        return value(name).flatMap(Members::textOf);
    }

    /** Returns a member if it happens to be an object. */
    Optional<JsonObject> objectIfAny(String name) {
        return value(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** Returns the members besides these. */
    Map<String, JsonText> without(Iterable<String> names) {
        var rest = new LinkedHashMap<>(texts);
        names.forEach(rest::remove);
        return rest;
    }

    static Optional<String> textOf(Json value) {
        return value instanceof JsonLeaf.Text text ? Optional.of(requireWellFormed(text.value())) : Optional.empty();
    }

    private Optional<Json> value(String name) {
        return Optional.ofNullable(texts.get(name)).map(StrictJson::tree).filter(value -> !isNull(value));
    }

    private static boolean isNull(Json value) {
        return value instanceof JsonLeaf.Literal literal && literal.isNull();
    }

    private static String requireWellFormed(String text) {
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The body has text with a lone surrogate.");
        }
        return text;
    }
}

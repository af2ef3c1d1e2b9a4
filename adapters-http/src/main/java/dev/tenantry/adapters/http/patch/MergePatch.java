package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;

/**
 * JSON Merge Patch (RFC 7396).
 *
 * @param patch any value
 */
record MergePatch(Json patch) implements Patch {

    @Override
    public Json apply(Json target) {
        return merge(target, patch);
    }

    private static Json merge(Json target, Json patch) {
        if (!(patch instanceof JsonObject changes)) {
            return patch;
        }
        var result = target instanceof JsonObject object ? object : JsonObject.EMPTY;
        for (var change : changes.members().entrySet()) {
            result = merge(result, change.getKey(), change.getValue());
        }
        return result;
    }

    private static JsonObject merge(JsonObject target, String name, Json change) {
        if (change instanceof JsonLeaf.Literal literal && literal.isNull()) {
            return target.without(name);
        }
        return target.with(name, merge(target.find(name).orElse(JsonObject.EMPTY), change));
    }
}

package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.Pointer;
import java.util.LinkedHashMap;
import java.util.stream.Stream;

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

    @Override
    public Stream<Pointer> reads() {
        return Stream.empty();
    }

    private static Json merge(Json target, Json patch) {
        if (!(patch instanceof JsonObject changes)) {
            return patch;
        }
        var old = target instanceof JsonObject object ? object : JsonObject.EMPTY;
        var merged = new LinkedHashMap<>(old.members());
        changes.members().forEach((name, change) -> {
            if (change instanceof JsonLeaf.Literal literal && literal.isNull()) {
                merged.remove(name);
            } else {
                merged.put(name, merge(old.find(name).orElse(JsonObject.EMPTY), change));
            }
        });
        return new JsonObject(merged);
    }
}

package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.util.List;

/**
 * JSON Patch (RFC 6902): all operations in their order, or none.
 *
 * @param operations at most {@value #MAX_OPERATIONS}
 */
record JsonPatch(List<Operation> operations) implements Patch {

    /** Each operation may copy the largest array once. */
    static final int MAX_OPERATIONS = 1000;

    static JsonPatch parse(Json patch) {
        if (!(patch instanceof JsonArray list) || list.items().size() > MAX_OPERATIONS) {
            throw new RejectedException(
                    ErrorCode.INVALID_REQUEST,
                    "A JSON Patch is an array of at most " + MAX_OPERATIONS + " operations.");
        }
        return new JsonPatch(list.items().stream().map(Operation::parse).toList());
    }

    @Override
    public Json apply(Json target) {
        var result = target;
        for (var operation : operations) {
            result = operation.apply(result);
            if (result.depth() > StrictJson.MAX_DEPTH) {
                throw new RejectedException(ErrorCode.CONFLICT, "The patched value would be nested too deeply.");
            }
        }
        return result;
    }
}

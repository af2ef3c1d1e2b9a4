package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON Patch (RFC 6902): all operations in their order, or none.
 *
 * @param operations at most {@value #MAX_OPERATIONS}
 */
record JsonPatch(List<Operation> operations) implements Patch {

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
        var document = new Document(target);
        operations.forEach(operation -> operation.apply(document));
        return document.json();
    }

    @Override
    public Stream<Pointer> reads() {
        return operations.stream().map(Operation::reads).flatMap(Optional::stream);
    }
}

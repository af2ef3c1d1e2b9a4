package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.util.Optional;

/** One operation of a JSON Patch (RFC 6902, section 4). */
sealed interface Operation {

    /** Changes the document, or throws a {@link RejectedException} with {@code CONFLICT}. */
    void apply(Document document);

    /** Returns the place whose value the outcome depends on, if it is another than the one that changes. */
    default Optional<Pointer> reads() {
        return Optional.empty();
    }

    /** Reads an operation; members that it does not know are ignored (section 4). */
    static Operation parse(Json json) {
        if (!(json instanceof JsonObject operation)) {
            throw malformed("is an object");
        }
        var path = Pointer.parse(string(operation, "path"));
        return switch (string(operation, "op")) {
            case "add" -> new Add(path, value(operation));
            case "remove" -> new Remove(path);
            case "replace" -> new Replace(path, value(operation));
            case "test" -> new Test(path, value(operation));
            case "copy" -> new Copy(from(operation), path);
            case "move" -> Move.of(from(operation), path);
            default -> throw malformed("is add, remove, replace, move, copy or test");
        };
    }

    private static Pointer from(JsonObject operation) {
        return Pointer.parse(string(operation, "from"));
    }

    private static Json value(JsonObject operation) {
        return operation.find("value").orElseThrow(() -> malformed("has a value"));
    }

    private static String string(JsonObject operation, String name) {
        if (operation.find(name).orElse(operation) instanceof JsonLeaf.Text text) {
            return text.value();
        }
        throw malformed("has a string " + name);
    }

    private static RejectedException malformed(String rule) {
        return new RejectedException(ErrorCode.INVALID_REQUEST, "Each operation of a JSON Patch " + rule + '.');
    }

    /** Inserts into an array, or sets a member. */
    record Add(Pointer path, Json value) implements Operation {
        @Override
        public void apply(Document document) {
            document.add(path, value);
        }
    }

    /** Removes what must be there. */
    record Remove(Pointer path) implements Operation {
        @Override
        public void apply(Document document) {
            document.remove(path);
        }
    }

    /** Replaces what must be there. */
    record Replace(Pointer path, Json value) implements Operation {
        @Override
        public void apply(Document document) {
            document.replace(path, value);
        }
    }

    /** Adds what is elsewhere. */
    record Copy(Pointer from, Pointer path) implements Operation {
        @Override
        public void apply(Document document) {
            document.add(path, document.find(from));
        }

        @Override
        public Optional<Pointer> reads() {
            return Optional.of(from);
        }
    }

    /** Removes it there and adds it here. */
    record Move(Pointer from, Pointer path) implements Operation {

        static Move of(Pointer from, Pointer path) {
            if (from.isProperPrefixOf(path)) {
                throw malformed("moves nothing into a part of itself");
            }
            return new Move(from, path);
        }

        @Override
        public void apply(Document document) {
            var moved = document.find(from);
            if (!from.equals(path)) {
                document.remove(from);
                document.add(path, moved);
            }
        }

        @Override
        public Optional<Pointer> reads() {
            return Optional.of(from);
        }
    }

    /** Lets the patch fail unless this is there. */
    record Test(Pointer path, Json value) implements Operation {
        @Override
        public void apply(Document document) {
            if (!document.find(path).isEqualTo(value)) {
                throw new RejectedException(ErrorCode.CONFLICT, "A test of the patch does not hold.");
            }
        }

        @Override
        public Optional<Pointer> reads() {
            return Optional.of(path);
        }
    }
}

package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A place in a document (RFC 6901), with the edits that RFC 6902 makes there. A place that is not in the document is a
 * {@link RejectedException} with {@code CONFLICT}.
 *
 * @param tokens without escapes; none for the whole document
 */
record Pointer(List<String> tokens) {

    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    static Pointer parse(String text) {
        boolean absolute = text.isEmpty() || text.startsWith("/");
        if (!absolute || BAD_ESCAPE.matcher(text).find()) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "A path of the JSON Patch is not a JSON Pointer.");
        }
        return new Pointer(Arrays.stream(text.split("/", -1))
                .skip(1)
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    boolean isProperPrefixOf(Pointer other) {
        return tokens.size() < other.tokens.size()
                && other.tokens.subList(0, tokens.size()).equals(tokens);
    }

    Json find(Json document) {
        var found = document;
        for (var token : tokens) {
            found = child(found, token);
        }
        return found;
    }

    Json replace(Json document, Json value) {
        return edit(document, tokens, old -> value);
    }

    Json add(Json document, Json value) {
        return tokens.isEmpty() ? value : editParent(document, parent -> add(parent, last(), value));
    }

    Json remove(Json document) {
        if (tokens.isEmpty()) {
            throw new RejectedException(ErrorCode.CONFLICT, "A patch cannot remove the whole value; delete it.");
        }
        return editParent(document, parent -> remove(parent, last()));
    }

    private String last() {
        return tokens.get(tokens.size() - 1);
    }

    private Json editParent(Json document, UnaryOperator<Json> change) {
        return edit(document, tokens.subList(0, tokens.size() - 1), change);
    }

    /** Recursion is bounded: each level is one of the document, and those are bounded. */
    private static Json edit(Json document, List<String> path, UnaryOperator<Json> change) {
        if (path.isEmpty()) {
            return change.apply(document);
        }
        var token = path.get(0);
        var changed = edit(child(document, token), path.subList(1, path.size()), change);
        return document instanceof JsonArray array
                ? array.replacing(index(token, array.items().size() - 1), changed)
                : ((JsonObject) document).with(token, changed);
    }

    private static Json child(Json parent, String token) {
        if (parent instanceof JsonArray array) {
            return array.items().get(index(token, array.items().size() - 1));
        }
        if (parent instanceof JsonObject object) {
            return object.find(token).orElseThrow(Pointer::absent);
        }
        throw absent();
    }

    private static Json add(Json parent, String token, Json value) {
        if (parent instanceof JsonArray array) {
            int size = array.items().size();
            return array.inserting(token.equals("-") ? size : index(token, size), value);
        }
        if (parent instanceof JsonObject object) {
            return object.with(token, value);
        }
        throw absent();
    }

    private static Json remove(Json parent, String token) {
        child(parent, token);
        return parent instanceof JsonArray array
                ? array.removing(index(token, array.items().size() - 1))
                : ((JsonObject) parent).without(token);
    }

    private static int index(String token, int max) {
        if (!INDEX.matcher(token).matches() || Integer.parseInt(token) > max) {
            throw absent();
        }
        return Integer.parseInt(token);
    }

    private static RejectedException absent() {
        return new RejectedException(ErrorCode.CONFLICT, "A path of the patch is not in the stored value.");
    }
}

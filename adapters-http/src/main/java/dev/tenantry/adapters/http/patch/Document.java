package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A value while a patch is applied to it, with the edits of RFC 6902. What cannot be done is a {@link RejectedException}
 * with {@code CONFLICT}; the document is of no use afterwards. Not safe for use by many threads.
 */
final class Document {

    /**
     * How many items and members may be copied: an edit copies the arrays and objects around its place, and a patch has
     * many edits.
     */
    static final long MAX_COPIED = 4_000_000;

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private Json json;
    private long copied;

    Document(Json json) {
        this.json = json;
    }

    /** Returns the value as it is now. */
    Json json() {
        return json;
    }

    /** Returns what is at a place, which must be there. */
    Json find(Pointer place) {
        var found = json;
        for (var token : place.tokens()) {
            found = child(found, token);
        }
        return found;
    }

    /** Replaces what must be there. */
    void replace(Pointer place, Json value) {
        become(edit(json, place.tokens(), old -> value));
    }

    /** Inserts into an array, or sets a member. */
    void add(Pointer place, Json value) {
        become(place.isWhole() ? value : edit(json, place.parent(), parent -> add(parent, place.last(), value)));
    }

    /** Removes what must be there. */
    void remove(Pointer place) {
        if (place.isWhole()) {
            throw conflict("A patch cannot remove the whole value; delete it.");
        }
        become(edit(json, place.parent(), parent -> remove(parent, place.last())));
    }

    private void become(Json changed) {
        if (changed.depth() > StrictJson.MAX_DEPTH) {
            throw conflict("The patched value would be nested too deeply.");
        }
        json = changed;
    }

    /** Recursion is bounded: each level is one of the document, and those are bounded. */
    private Json edit(Json part, List<String> path, UnaryOperator<Json> change) {
        if (path.isEmpty()) {
            return change.apply(part);
        }
        var token = path.get(0);
        var changed = edit(child(part, token), path.subList(1, path.size()), change);
        spend(part);
        return part instanceof JsonArray array
                ? array.replacing(index(token, array.size() - 1), changed)
                : ((JsonObject) part).with(token, changed);
    }

    private Json add(Json parent, String token, Json value) {
        spend(parent);
        if (parent instanceof JsonArray array) {
            return array.inserting(token.equals("-") ? array.size() : index(token, array.size()), value);
        }
        if (parent instanceof JsonObject object) {
            return object.with(token, value);
        }
        throw absent();
    }

    private Json remove(Json parent, String token) {
        child(parent, token);
        spend(parent);
        return parent instanceof JsonArray array
                ? array.removing(index(token, array.size() - 1))
                : ((JsonObject) parent).without(token);
    }

    private void spend(Json part) {
        copied += part.size();
        if (copied > MAX_COPIED) {
            throw conflict("The patch has too many operations for arrays and objects this large; put a whole value.");
        }
    }

    private static Json child(Json parent, String token) {
        if (parent instanceof JsonArray array) {
            return array.items().get(index(token, array.size() - 1));
        }
        if (parent instanceof JsonObject object) {
            return object.find(token).orElseThrow(Document::absent);
        }
        throw absent();
    }

    private static int index(String token, int max) {
        if (!INDEX.matcher(token).matches() || Integer.parseInt(token) > max) {
            throw absent();
        }
        return Integer.parseInt(token);
    }

    private static RejectedException absent() {
        return conflict("A path of the patch is not in the stored value.");
    }

    private static RejectedException conflict(String detail) {
        return new RejectedException(ErrorCode.CONFLICT, detail);
    }
}

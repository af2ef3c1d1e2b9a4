package dev.tenantry.adapters.http.patch;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A change of a JSON value. Immutable; it may be applied many times. */
public sealed interface Patch permits MergePatch, JsonPatch {

    /** The media type of JSON Merge Patch. */
    String MERGE = "application/merge-patch+json";

    /** The media type of JSON Patch. */
    String JSON = "application/json-patch+json";

    /** Both, as {@code Accept-Patch} lists them (RFC 5789, section 3.1). */
    String MEDIA_TYPES = MERGE + ", " + JSON;

    /** Returns whether there are patches of this media type. */
    static boolean isPatch(String mediaType) {
        return mediaType.equals(MERGE) || mediaType.equals(JSON);
    }

    /**
     * Reads a patch.
     *
     * @param mediaType one that {@link #isPatch}
     * @throws RejectedException with {@code INVALID_JSON} or {@code INVALID_REQUEST} if it is malformed
     */
    static Patch parse(String mediaType, byte[] body) {
        var json = StrictJson.tree(StrictJson.text(body));
        return mediaType.equals(MERGE) ? new MergePatch(json) : JsonPatch.parse(json);
    }

    /**
     * Returns the changed value.
     *
     * @throws RejectedException with {@code CONFLICT} if the change does not fit the value
     */
    Json apply(Json target);

    /** Returns the places that it copies, moves or compares. */
    Stream<Pointer> reads();

    /**
     * Returns the changed text: compact, with the texts of all numbers and strings that the patch leaves alone.
     *
     * @param secrets places (RFC 6901) that the text conceals; a patch that reads in or around one is a
     *     {@link SchemaViolationException}
     * @param maxBytes a longer result is {@code TOO_LARGE}, and is never written: a patch can copy a part over and over
     */
    default JsonText apply(JsonText stored, Set<String> secrets, int maxBytes) {
        requireSparing(secrets.stream().map(Pointer::parse).toList());
        var changed = apply(tree(stored));
        if (changed.depth() > StrictJson.MAX_DEPTH) {
            throw new RejectedException(ErrorCode.CONFLICT, "The patched value would be nested too deeply.");
        }
        if (changed.length() > maxBytes) {
            throw new RejectedException(ErrorCode.TOO_LARGE, "A value may have at most " + maxBytes + " bytes.");
        }
        return changed.toText();
    }

    private void requireSparing(List<Pointer> secrets) {
        var violations = reads().filter(place -> secrets.stream().anyMatch(place::touches))
                .map(place -> new Violation(
                        place.toString(), "secret", "holds a secret, which a patch must not copy, move or compare"))
                .toList();
        if (!violations.isEmpty()) {
            throw new SchemaViolationException(violations);
        }
    }

    private static Json tree(JsonText stored) {
        try {
            return StrictJson.tree(stored);
        } catch (RejectedException writtenBySomebodyLessStrict) {
            throw new RejectedException(ErrorCode.CONFLICT, "The stored value cannot be patched; put a whole one.");
        }
    }
}

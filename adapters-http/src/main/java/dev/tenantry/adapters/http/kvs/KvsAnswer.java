package dev.tenantry.adapters.http.kvs;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the store answered. Nothing of it is quoted but codes: a value may be a secret.
 *
 * @param status the HTTP status
 * @param body the JSON object in it; empty if there is none
 */
record KvsAnswer(int status, JsonObject body) {

    private static final Set<String> ABSENT = Set.of("KEY_NOT_FOUND", "NOT_FOUND");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");

    static KvsAnswer of(int status, byte[] body) {
        return new KvsAnswer(status, parse(body));
    }

    private static JsonObject parse(byte[] body) {
        try {
            return StrictJson.tree(StrictJson.text(body)) instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (RejectedException | IllegalArgumentException noJson) {
            return JsonObject.EMPTY;
        }
    }

    boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Returns Forge's word for what is wrong. */
    String code() {
        return code(body);
    }

    static String code(JsonObject error) {
        return text(error, "code").filter(code -> CODE.matcher(code).matches()).orElse("no code");
    }

    static boolean isAbsent(String code) {
        return ABSENT.contains(code);
    }

    /** Returns the failure of an export that got this answer. */
    HostUnavailableException failure() {
        return new HostUnavailableException(
                status == 401 || status == 403
                        ? "Forge answers " + status
                                + ": the token has ended (it lives about an hour), is another app's, or"
                                + " lacks the scopes storage:app and read:app-system-token"
                        : "Forge's store answers " + status + ", " + code());
    }

    /** Returns the objects of a list in the answer. */
    List<JsonObject> list(String name) {
        if (body.find(name).orElse(JsonObject.EMPTY) instanceof JsonArray array) {
            return array.items().stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .toList();
        }
        throw new HostUnavailableException("Forge's store answers without " + name);
    }

    static Optional<String> text(JsonObject object, String name) {
        return object.find(name).filter(JsonLeaf.Text.class::isInstance).map(text -> ((JsonLeaf.Text) text).value());
    }

    static Json value(JsonObject entry) {
        return entry.find("value")
                .orElseThrow(() -> new HostUnavailableException("Forge's store answers without a value"));
    }
}

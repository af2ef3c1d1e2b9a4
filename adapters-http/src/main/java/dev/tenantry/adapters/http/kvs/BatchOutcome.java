package dev.tenantry.adapters.http.kvs;

import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.JsonText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the keys of a batch.
 *
 * @param done the entries of those that succeeded, by their keys
 * @param failed Forge's word for why the others did not
 */
record BatchOutcome(Map<String, JsonObject> done, Map<String, String> failed) {

    static final String BUSY = "RATE_LIMIT_EXCEEDED";

    static BatchOutcome of(KvsAnswer answer) {
        var done = new HashMap<String, JsonObject>();
        var failed = new HashMap<String, String>();
        answer.list("successfulKeys").forEach(entry -> done.put(key(entry), entry));
        answer.list("failedKeys").forEach(entry -> failed.put(key(entry), code(entry)));
        return new BatchOutcome(done, failed);
    }

    private static String key(JsonObject entry) {
        return KvsAnswer.text(entry, "key").orElse("");
    }

    private static String code(JsonObject entry) {
        return KvsAnswer.code(entry.find("error").orElse(JsonObject.EMPTY) instanceof JsonObject error ? error : entry);
    }

    /** Returns the value that came with a key, or empty if the key failed. */
    Optional<JsonText> value(HostedKey key) {
        return Optional.ofNullable(done.get(key.value()))
                .map(entry -> KvsAnswer.value(entry).toText());
    }

    /** Returns why a key failed, or empty if it did not. */
    Optional<String> failure(HostedKey key) {
        return done.containsKey(key.value())
                ? Optional.empty()
                : Optional.of(failed.getOrDefault(key.value(), "no word of it"));
    }

    boolean isBusy(HostedKey key) {
        return failure(key).filter(BUSY::equals).isPresent();
    }
}

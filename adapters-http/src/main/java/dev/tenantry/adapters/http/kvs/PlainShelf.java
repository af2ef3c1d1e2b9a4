package dev.tenantry.adapters.http.kvs;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that queries find, in batches. A batch may succeed for some keys, fail for others, and be too much for the rest. */
record PlainShelf(KvsClient client) {

    Map<HostedKey, JsonText> find(List<HostedKey> keys) {
        var found = new HashMap<HostedKey, JsonText>();
        var left = keys;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            var outcome = send(KvsCall.batchGet(left));
            for (var key : left) {
                outcome.value(key).ifPresent(value -> found.put(key, value));
            }
            requireOnlyAbsent(left, outcome);
            left = left.stream().filter(outcome::isBusy).toList();
            restIfAny(left, attempt);
        }
        return found;
    }

    Map<HostedKey, String> put(List<HostedValue> values) {
        var refused = new HashMap<HostedKey, String>();
        var left = values;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            var outcome = send(KvsCall.batchSet(left));
            left.stream()
                    .map(HostedValue::key)
                    .filter(key -> !outcome.isBusy(key))
                    .forEach(key -> outcome.failure(key).ifPresent(code -> refused.put(key, code)));
            left = left.stream().filter(value -> outcome.isBusy(value.key())).toList();
            restIfAny(left, attempt);
        }
        return refused;
    }

    private BatchOutcome send(KvsCall call) {
        var answer = client.send(call);
        if (!answer.isDone()) {
            throw answer.failure();
        }
        return BatchOutcome.of(answer);
    }

    private static void requireOnlyAbsent(List<HostedKey> keys, BatchOutcome outcome) {
        for (var key : keys) {
            var failure = outcome.failure(key).filter(code -> !KvsAnswer.isAbsent(code) && !outcome.isBusy(key));
            if (failure.isPresent()) {
                throw new HostUnavailableException(
                        "Forge's store does not tell what is under " + key + ": " + failure.get());
            }
        }
    }

    private void restIfAny(List<?> left, int attempt) {
        if (!left.isEmpty()) {
            client.rest(attempt, Optional.empty(), BatchOutcome.BUSY);
        }
    }
}

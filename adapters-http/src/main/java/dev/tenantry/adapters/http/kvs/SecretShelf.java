package dev.tenantry.adapters.http.kvs;

import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Encrypted values. Forge has no batches of them. */
record SecretShelf(KvsClient client) {

    Map<HostedKey, JsonText> find(List<HostedKey> keys) {
        var found = new HashMap<HostedKey, JsonText>();
        for (var key : keys) {
            var answer = client.send(KvsCall.secretGet(key));
            if (answer.isDone()) {
                found.put(key, KvsAnswer.value(answer.body()).toText());
            } else if (!KvsAnswer.isAbsent(answer.code())) {
                throw answer.failure();
            }
        }
        return found;
    }

    Map<HostedKey, String> put(List<HostedValue> values) {
        var refused = new HashMap<HostedKey, String>();
        for (var value : values) {
            var answer = client.send(KvsCall.secretSet(value));
            if (answer.status() == 400) {
                refused.put(value.key(), answer.code());
            } else if (!answer.isDone()) {
                throw answer.failure();
            }
        }
        return refused;
    }
}

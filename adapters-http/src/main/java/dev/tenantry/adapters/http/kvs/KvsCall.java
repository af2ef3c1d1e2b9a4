package dev.tenantry.adapters.http.kvs;

import dev.tenantry.adapters.http.json.Quoted;
import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request to the store.
 *
 * @param path below the address of the API
 * @param body JSON
 * @param units what it costs, as far as one knows before
 */
record KvsCall(String path, String body, int units) {

    static KvsCall batchGet(List<HostedKey> keys) {
        return new KvsCall(
                "/v1/batch/get", array(keys.stream().map(KvsCall::entry).toList()), keys.size());
    }

    static KvsCall batchSet(List<HostedValue> values) {
        int units = values.stream().mapToInt(HostedValue::units).sum();
        return new KvsCall(
                "/v1/batch/set", array(values.stream().map(KvsCall::entry).toList()), units);
    }

    static KvsCall secretGet(HostedKey key) {
        return new KvsCall("/v1/secret/get", entry(key), 1);
    }

    static KvsCall secretSet(HostedValue value) {
        return new KvsCall("/v1/secret/set", entry(value), value.units());
    }

    private static String entry(HostedKey key) {
        return "{\"key\":" + Quoted.of(key.value()) + '}';
    }

    /** The value goes as it is stored: JSON within JSON, not a text that holds some. */
    private static String entry(HostedValue value) {
        return "{\"key\":" + Quoted.of(value.key().value()) + ",\"value\":"
                + value.json().text() + '}';
    }

    private static String array(List<String> entries) {
        return entries.stream().collect(Collectors.joining(",", "[", "]"));
    }

    boolean isWrite() {
        return path.endsWith("/set");
    }

    boolean isBatch() {
        return path.startsWith("/v1/batch/");
    }
}

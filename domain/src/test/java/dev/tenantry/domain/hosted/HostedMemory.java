package dev.tenantry.domain.hosted;

import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.port.out.HostedStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hosted store in memory. It refuses keys that begin with {@code refused}, and forgets what begins with {@code lost}. */
final class HostedMemory implements HostedStore {

    final List<List<HostedValue>> puts = new ArrayList<>();
    private final Map<HostedShelf, Map<HostedKey, JsonText>> shelves = new EnumMap<>(HostedShelf.class);

    Map<HostedKey, JsonText> shelf(HostedShelf shelf) {
        return shelves.computeIfAbsent(shelf, absent -> new LinkedHashMap<>());
    }

    @Override
    public Map<HostedKey, JsonText> find(HostedShelf shelf, List<HostedKey> keys) {
        var found = new HashMap<>(shelf(shelf));
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public Map<HostedKey, String> put(HostedShelf shelf, List<HostedValue> values) {
        puts.add(values);
        var refused = new HashMap<HostedKey, String>();
        for (var value : values) {
            if (value.key().value().startsWith("refused")) {
                refused.put(value.key(), "MAX_SIZE");
            } else if (!value.key().value().startsWith("lost")) {
                shelf(shelf).put(value.key(), value.json());
            }
        }
        return refused;
    }
}

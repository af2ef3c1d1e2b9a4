package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.port.out.ServerKeys;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Server keys that break a promise. */
final class BrokenServerKeys {

    private BrokenServerKeys() {}

    /** Looks, and then writes. */
    static final class LosingRaces implements ServerKeys {
        private final Map<String, ServerKey> keys = new ConcurrentHashMap<>();

        @Override
        public ServerKey findOrCreate(String name, ServerKey candidate) {
            var found = keys.get(name);
            if (found != null) {
                return found;
            }
            Gap.pass();
            keys.put(name, candidate);
            return candidate;
        }
    }
}

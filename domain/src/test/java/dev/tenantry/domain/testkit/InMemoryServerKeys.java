package dev.tenantry.domain.testkit;

import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.port.out.ServerKeys;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Server keys of the reference backend. */
final class InMemoryServerKeys implements ServerKeys {

    private final ConcurrentMap<String, ServerKey> keys = new ConcurrentHashMap<>();

    @Override
    public ServerKey findOrCreate(String name, ServerKey candidate) {
        return keys.computeIfAbsent(name, absent -> candidate);
    }
}

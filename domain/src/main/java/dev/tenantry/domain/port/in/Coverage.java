package dev.tenantry.domain.port.in;

import dev.tenantry.domain.port.in.TenantLinks.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many tenants that are in use have come how far on their way to Forge.
 *
 * @param products by {@code productType}, in order; every kind has a number
 */
public record Coverage(Map<String, Map<Kind, Long>> products) {

    public Coverage {
        var copy = new TreeMap<String, Map<Kind, Long>>();
        products.forEach((product, counts) -> copy.put(product, complete(counts)));
        products = Collections.unmodifiableMap(copy);
    }

    /** Returns how many there are of a kind in all products. */
    public long count(Kind kind) {
        return products.values().stream()
                .mapToLong(counts -> counts.getOrDefault(kind, 0L))
                .sum();
    }

    private static Map<Kind, Long> complete(Map<Kind, Long> counts) {
        var complete = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            complete.put(kind, counts.getOrDefault(kind, 0L));
        }
        return Collections.unmodifiableMap(complete);
    }
}

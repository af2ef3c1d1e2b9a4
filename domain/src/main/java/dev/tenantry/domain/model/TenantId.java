package dev.tenantry.domain.model;

/**
 * Names one tenant: its Connect {@code clientKey}, or, for a tenant that only Forge knows, its installation ARI.
 *
 * <p>Opaque: compared by exact code points, never trimmed, never folded in case. Ordered by code points, which is the
 * order in which every store pages tenants.
 *
 * @param value 1 to 255 UTF-16 units, without control characters and lone surrogates; may contain {@code : / { } %}
 */
public record TenantId(String value) implements Comparable<TenantId> {

    private static final String FORGE_PREFIX = "ari:cloud:ecosystem::";

    /** @throws IllegalArgumentException if the value breaks the rules above */
    public TenantId {
        Identifier.require("clientKey", value);
    }

    /** Returns whether this is the ARI of a Forge installation; no Connect clientKey looks like that. */
    public boolean isForge() {
        return value.startsWith(FORGE_PREFIX);
    }

    @Override
    public int compareTo(TenantId other) {
        return Identifier.CODE_POINT_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

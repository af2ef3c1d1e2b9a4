package dev.tenantry.domain.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a tenant is, except its settings and links. It changes only through
 * {@link dev.tenantry.domain.port.out.Installations#commit}, which makes it the fence of everything else. Immutable.
 *
 * @param id the tenant
 * @param installation what the host last told us
 * @param secrets what verifies the host's tokens
 * @param lifecycle where the tenant stands
 * @param incarnation the life of its settings; empty once they were dropped
 * @param seeds the declared defaults that this incarnation was given, with the tags that they had then; a default that an
 *     administrator deleted does not come back
 */
public record TenantRecord(
        TenantId id,
        Installation installation,
        Secrets secrets,
        Lifecycle lifecycle,
        Optional<Incarnation> incarnation,
        Map<SettingKey, ETag> seeds) {

    public TenantRecord {
        seeds = Collections.unmodifiableMap(new TreeMap<>(seeds));
    }

    /** Returns whether calls on the settings of this life are let through; every store asks this. */
    public boolean isOpenFor(Life life) {
        return lifecycle.status().isOpen()
                && id.equals(life.tenant())
                && incarnation.filter(life.incarnation()::equals).isPresent();
    }

    /** Returns the life of the tenant's settings, or empty if they were dropped. */
    public Optional<Life> life() {
        return incarnation.map(current -> new Life(id, current));
    }

    /** Returns a copy that stands elsewhere in the lifecycle. */
    public TenantRecord with(Lifecycle next) {
        return new TenantRecord(id, installation, secrets, next, incarnation, seeds);
    }

    /** Returns a copy about which the host told something else. */
    public TenantRecord with(Installation next) {
        return new TenantRecord(id, next, secrets, lifecycle, incarnation, seeds);
    }

    /** Returns a copy with other secrets. */
    public TenantRecord with(Secrets next) {
        return new TenantRecord(id, installation, next, lifecycle, incarnation, seeds);
    }

    /** Returns a copy whose settings, and the memory of their defaults, are gone. */
    public TenantRecord withoutSettings() {
        return new TenantRecord(id, installation, secrets, lifecycle, Optional.empty(), Map.of());
    }
}

package dev.tenantry.domain.testkit;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links in memory. */
final class InMemoryLinks implements Links {

    private final InMemoryTenants tenants;
    private final Map<Alias, Link> links = new HashMap<>();

    InMemoryLinks(InMemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public synchronized Optional<TenantId> resolve(Alias alias) {
        return Optional.ofNullable(links.get(alias)).map(Link::tenant);
    }

    @Override
    public synchronized Optional<TenantId> link(Link link) {
        if (tenants.find(link.tenant()).isEmpty()) {
            return Optional.empty();
        }
        links.merge(link.alias(), link, (old, next) -> old.tenant().equals(next.tenant()) ? next : old);
        return resolve(link.alias());
    }

    @Override
    public synchronized List<Link> list(TenantId tenant) {
        return links.values().stream()
                .filter(link -> link.tenant().equals(tenant))
                .sorted(Comparator.comparing(Link::alias))
                .toList();
    }

    @Override
    public synchronized boolean unlink(Link link) {
        return links.remove(link.alias(), link);
    }
}

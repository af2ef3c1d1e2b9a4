package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.util.List;
import java.util.Optional;

record ReadOnlyLinks(Links links) implements Links {

    @Override
    public Optional<TenantId> resolve(Alias alias) {
        return links.resolve(alias);
    }

    @Override
    public Optional<TenantId> link(Link link) {
        throw new ReadOnlyException();
    }

    @Override
    public List<Link> list(TenantId tenant) {
        return links.list(tenant);
    }

    @Override
    public boolean unlink(Link link) {
        throw new ReadOnlyException();
    }
}

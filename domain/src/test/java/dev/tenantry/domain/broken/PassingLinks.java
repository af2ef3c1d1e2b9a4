package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.util.List;
import java.util.Optional;

/** Passes everything on; what is to be broken overrides it. */
class PassingLinks implements Links {

    final Links sound;

    PassingLinks(Links sound) {
        this.sound = sound;
    }

    @Override
    public Optional<TenantId> resolve(Alias alias) {
        return sound.resolve(alias);
    }

    @Override
    public Optional<TenantId> link(Link link) {
        return sound.link(link);
    }

    @Override
    public List<Link> list(TenantId tenant) {
        return sound.list(tenant);
    }

    @Override
    public boolean unlink(Link link) {
        return sound.unlink(link);
    }

    /** Returns the stored link of this tenant with this alias. */
    final Optional<Link> stored(TenantId tenant, Alias alias) {
        return sound.list(tenant).stream()
                .filter(link -> link.alias().equals(alias))
                .findFirst();
    }
}

package dev.tenantry.domain.service;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Coverage;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.in.TenantLinks;
import dev.tenantry.domain.port.out.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Links tenants, joins those that turn out to be one, and looks at all of them. */
public final class LinkService implements LinkTenants {

    private final Storage storage;
    private final Clock clock;

    /** @param clock tells when a tenant was joined into another */
    public LinkService(Storage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public Outcome link(Link link, Preference preference) {
        var owner = storage.links().resolve(link.alias());
        if (owner.filter(other -> !other.equals(link.tenant())).isPresent()) {
            return new Outcome.Taken(owner.get());
        }
        var joining = tenantOfItsOwn(link);
        return joining.isPresent() ? join(joining.get(), link, preference) : plainly(link);
    }

    /** Returns the tenant that the alias itself is, if it is one with settings. */
    private Optional<TenantRecord> tenantOfItsOwn(Link link) {
        return Optional.of(link.alias())
                .filter(alias -> alias.isInstallation()
                        && !alias.value().equals(link.tenant().value()))
                .flatMap(alias -> storage.installations().find(new TenantId(alias.value())))
                .filter(record -> record.lifecycle().status().isInUse());
    }

    private Outcome join(TenantRecord joining, Link link, Preference preference) {
        var tenant = storage.installations()
                .find(link.tenant())
                .filter(record -> record.incarnation().isPresent())
                .filter(record ->
                        !record.lifecycle().isAway() && !record.lifecycle().isCopy());
        try {
            return tenant.map(record -> new Joining(storage, clock.instant()).join(joining, record, link, preference))
                    .orElseGet(Outcome.NoTenant::new);
        } catch (UnauthenticatedException ended) {
            // The fence speaks to callers of the API; whoever links can only try again.
            throw new StorageException("join tenant " + joining.id() + ", which ended meanwhile", ended);
        }
    }

    private Outcome plainly(Link link) {
        var owner = storage.links().link(link);
        if (owner.isEmpty()) {
            return new Outcome.NoTenant();
        }
        return owner.get().equals(link.tenant()) ? new Outcome.Linked(List.of()) : new Outcome.Taken(owner.get());
    }

    @Override
    public Coverage cover(Consumer<TenantLinks> report) {
        return new CoverageReport(storage).run(report);
    }
}

package dev.tenantry.domain.service;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.in.LinkTenants.Outcome;
import dev.tenantry.domain.port.in.LinkTenants.Preference;
import dev.tenantry.domain.port.out.LinkEvidence;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.token.Invocation;
import dev.tenantry.domain.token.InvocationToken;
import java.time.Clock;
import java.util.Optional;

/** Which tenant a Forge installation speaks for: the one that it is linked to, or else itself. */
final class ForgeTenants {

    private final Storage storage;
    private final LinkEvidence evidence;
    private final LinkTenants links;
    private final Clock clock;

    ForgeTenants(Storage storage, LinkEvidence evidence, LinkTenants links, Clock clock) {
        this.storage = storage;
        this.evidence = evidence;
        this.links = links;
        this.clock = clock;
    }

    /** Returns the tenant; the host is asked about its past only before an installation begins one of its own. */
    TenantId find(InvocationToken call) {
        var itself = itself(call.invocation());
        return storage.links()
                .resolve(call.invocation().installation())
                .orElseGet(() -> storage.installations()
                        .find(itself)
                        .map(TenantRecord::id)
                        .orElseGet(() -> askHost(call).orElse(itself)));
    }

    /** Returns the tenant; an installation that has one of its own may still turn out to be an older one. */
    TenantId findAgain(InvocationToken call) {
        return storage.links()
                .resolve(call.invocation().installation())
                .or(() -> askHost(call))
                .orElseGet(() -> itself(call.invocation()));
    }

    /** Notes where the tenant is; a place that another tenant has stays with it, and tells operators of a candidate. */
    void noteSites(TenantId tenant, Invocation invocation) {
        for (var site : invocation.sites()) {
            storage.links().link(new Link(site.alias(), tenant, Provenance.FORGE, clock.instant()));
        }
    }

    private Optional<TenantId> askHost(InvocationToken call) {
        var invocation = call.invocation();
        return evidence.clientKeyOf(invocation, call.systemToken())
                .filter(named -> !named.isForge())
                .filter(named -> links.link(
                                new Link(invocation.installation(), named, Provenance.HOST_PROPERTY, clock.instant()),
                                Preference.NONE)
                        instanceof Outcome.Linked);
    }

    private static TenantId itself(Invocation invocation) {
        return new TenantId(invocation.installation().value());
    }
}

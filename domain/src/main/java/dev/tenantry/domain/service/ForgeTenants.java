package dev.tenantry.domain.service;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.in.LinkTenants.Outcome;
import dev.tenantry.domain.port.in.LinkTenants.Preference;
import dev.tenantry.domain.port.out.LinkEvidence;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.token.Invocation;
import dev.tenantry.domain.token.InvocationToken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Which tenant a Forge installation speaks for: the one that it is linked to, or else itself. */
final class ForgeTenants {

    private static final Logger LOG = System.getLogger(ForgeTenants.class.getName());

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
                        .orElseGet(() -> tryHost(call).orElse(itself)));
    }

    /**
     * Returns the tenant; an installation that has one of its own may still turn out to be an older one.
     *
     * @throws HostUnavailableException if the host does not say whether it is, and the news comes again. That must not end
     *     in a tenant of its own, which would be used before it is joined
     */
    TenantId findAgain(InvocationToken call, ForgeNews news) {
        var itself = itself(call.invocation());
        return storage.links()
                .resolve(call.invocation().installation())
                .or(() -> news.comesAgain() && isUnknown(itself) ? askHost(call) : tryHost(call))
                .orElse(itself);
    }

    private boolean isUnknown(TenantId itself) {
        return storage.installations().find(itself).isEmpty();
    }

    /** Notes where the tenant is; a place that another tenant has stays with it, and tells operators of a candidate. */
    void noteSites(TenantId tenant, Invocation invocation) {
        for (var site : invocation.sites()) {
            storage.links().link(new Link(site.alias(), tenant, Provenance.FORGE, clock.instant()));
        }
    }

    /** The next heartbeat asks again, and what has begun on its own meanwhile is joined then. */
    private Optional<TenantId> tryHost(InvocationToken call) {
        try {
            return askHost(call);
        } catch (HostUnavailableException silent) {
            LOG.log(
                    Level.WARNING,
                    "installation {0} goes on without a link: {1}",
                    call.invocation().installation(),
                    silent.getMessage());
            return Optional.empty();
        }
    }

    private Optional<TenantId> askHost(InvocationToken call) {
        return evidence.clientKeyOf(call.invocation(), call.systemToken())
                .filter(named -> !named.isForge())
                .filter(named -> isLinked(call.invocation().installation(), named));
    }

    private boolean isLinked(Alias installation, TenantId named) {
        var link = new Link(installation, named, Provenance.HOST_PROPERTY, clock.instant());
        var outcome = links.link(link, Preference.NONE);
        if (outcome instanceof Outcome.Conflicting conflict) {
            LOG.log(
                    Level.WARNING,
                    "installation {0} is tenant {1} by the host''s word, but both have settings of their own: {2}",
                    installation,
                    named,
                    conflict.keys());
        }
        return outcome instanceof Outcome.Linked;
    }

    private static TenantId itself(Invocation invocation) {
        return new TenantId(invocation.installation().value());
    }
}

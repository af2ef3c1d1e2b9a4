package dev.tenantry.domain.service;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LifecycleRules.Decision;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Applies lifecycle events: decides on the record that it read, commits if the record is still that one, and decides
 * again if it is not.
 */
public final class LifecycleService implements ManageLifecycle {

    private static final Logger LOG = System.getLogger(LifecycleService.class.getName());

    /** Each lost race means that another event of the same tenant won, and a host never sends that many at once. */
    private static final int MAX_ATTEMPTS = 100;

    private final Storage storage;
    private final LifecycleRules rules;
    private final List<LifecycleListener> listeners;
    private final Clock clock;

    /** @param listeners the app's own code, called in this order */
    public LifecycleService(Storage storage, LifecycleRules rules, List<LifecycleListener> listeners, Clock clock) {
        this.storage = storage;
        this.rules = rules;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    @Override
    public LifecycleOutcome apply(LifecycleEvent event) {
        var decision = commit(event);
        if (event instanceof LifecycleEvent.Installed) {
            decision.change().flatMap(Commit::next).ifPresent(this::link);
        }
        listeners.forEach(listener -> tell(listener, event, decision.outcome()));
        return decision.outcome();
    }

    private Decision commit(LifecycleEvent event) {
        var tenant = event.callback().tenant();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var stored = storage.installations().find(tenant);
            requireProof(event, stored);
            var decision = rules.decide(event, stored);
            if (decision.pending().map(storage.installations()::commit).orElse(true)) {
                return decision;
            }
        }
        throw new StorageException("tenant " + tenant + " changes too fast to apply " + event.name());
    }

    private static void requireProof(LifecycleEvent event, Optional<TenantRecord> stored) {
        if (!event.callback().proof().holdsFor(stored)) {
            throw new UnauthenticatedException("the proof of " + event.name() + " is outdated");
        }
    }

    /**
     * After the commit, because a link needs a record; the host repeats a call that failed here. The alias is the
     * record's: what an earlier call named and failed to link is made up for by one that leaves it out.
     */
    private void link(TenantRecord record) {
        var tenant = record.id();
        record.installation().forgeInstallation().ifPresent(alias -> {
            var owner = storage.links().link(new Link(alias, tenant, Link.Provenance.INSTALLED, clock.instant()));
            owner.filter(other -> !other.equals(tenant))
                    .ifPresent(other -> LOG.log(
                            Level.WARNING, "tenant {0}: alias {1} stays linked to tenant {2}", tenant, alias, other));
        });
    }

    /** A listener is not our code: whatever it throws must not reach the host. */
    private static void tell(LifecycleListener listener, LifecycleEvent event, LifecycleOutcome outcome) {
        try {
            listener.after(event, outcome);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "a listener failed after " + event.name(), failure);
        }
    }
}

package dev.tenantry.domain.service;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Applies lifecycle events: decides on the record that it read, commits if the record is still that one, and decides
 * again if it is not.
 */
public final class LifecycleService implements ManageLifecycle {

    private static final Logger LOG = System.getLogger(LifecycleService.class.getName());

    /**
     * When no further step begins: whoever called gives up soon after, and must not be surprised by a late commit. What is
     * left undone then is made up for by the host's next attempt.
     */
    private static final Duration TIME = Duration.ofSeconds(1);

    private final Storage storage;
    private final LifecycleRules rules;
    private final List<LifecycleListener> listeners;
    private final Clock clock;
    private final LinkTenants links;

    /** @param listeners the app's own code, called in this order */
    public LifecycleService(Storage storage, LifecycleRules rules, List<LifecycleListener> listeners, Clock clock) {
        this.storage = storage;
        this.rules = rules;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        this.links = new LinkService(storage, clock);
    }

    @Override
    public LifecycleOutcome apply(LifecycleEvent event) {
        var deadline = clock.instant().plus(TIME);
        var decision = commit(event, deadline);
        if (event instanceof LifecycleEvent.Installed) {
            decision.change().flatMap(Commit::next).ifPresent(record -> link(record, deadline));
        }
        listeners.forEach(listener -> tell(listener, event, decision.outcome()));
        return decision.outcome();
    }

    /** Each lost race means that another event of the same tenant won. */
    private Decision commit(LifecycleEvent event, Instant deadline) {
        while (true) {
            var stored = storage.installations().find(event.callback().tenant());
            requireProof(event, stored);
            var decision =
                    rules.decide(event, stored, () -> isOnForge(event.callback().tenant()));
            requireTime(deadline, event.callback().tenant());
            if (decision.pending().map(storage.installations()::commit).orElse(true)) {
                return decision;
            }
        }
    }

    private void requireTime(Instant deadline, TenantId tenant) {
        if (clock.instant().isAfter(deadline)) {
            throw new StorageException("the host of tenant " + tenant + " cannot be answered in time");
        }
    }

    private static void requireProof(LifecycleEvent event, Optional<TenantRecord> stored) {
        if (!event.callback().proof().holdsFor(stored)) {
            throw new UnauthenticatedException("the proof of " + event.name() + " is outdated");
        }
    }

    private boolean isOnForge(TenantId tenant) {
        return storage.links().list(tenant).stream()
                .anyMatch(link -> link.alias().isInstallation());
    }

    /**
     * After the commit, because a link needs a record; the host repeats a call that failed here. The alias is the
     * record's: what an earlier call named and failed to link is made up for by one that leaves it out.
     */
    private void link(TenantRecord record, Instant deadline) {
        var tenant = record.id();
        record.installation().forgeInstallation().ifPresent(alias -> {
            requireTime(deadline, tenant);
            var outcome = links.link(
                    new Link(alias, tenant, Link.Provenance.INSTALLED, clock.instant()), LinkTenants.Preference.NONE);
            if (!(outcome instanceof LinkTenants.Outcome.Linked)) {
                LOG.log(Level.WARNING, "tenant {0}: alias {1} is not linked to it: {2}", tenant, alias, outcome);
            }
        });
    }

    /** A listener is not our code: whatever it throws must not reach the host. */
    private static void tell(LifecycleListener listener, LifecycleEvent event, LifecycleOutcome outcome) {
        try {
            listener.after(event, outcome);
        } catch (DomainException foreseen) {
            LOG.log(Level.WARNING, "a listener failed after {0}: {1}", event.name(), foreseen.getMessage());
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.ERROR, "a listener failed after " + event.name(), failure);
        }
    }
}

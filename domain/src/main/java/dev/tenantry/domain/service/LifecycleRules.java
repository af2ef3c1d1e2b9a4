package dev.tenantry.domain.service;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The state machine of a tenant: from the stored record and an event to the change that the event makes. Stateless. */
public final class LifecycleRules {

    private final LifecyclePolicy policy;
    private final Clock clock;
    private final Planting planting;
    private final ForgeRules forge;
    private final AwayRules away;

    /**
     * @param clock tells when a grace ends and when an incarnation is minted
     * @param random makes incarnations unique; must be safe for use by many threads
     */
    public LifecycleRules(LifecyclePolicy policy, Clock clock, RandomGenerator random) {
        this.policy = policy;
        this.clock = clock;
        this.planting = new Planting(policy, clock, random);
        this.forge = new ForgeRules(planting);
        this.away = new AwayRules(clock);
    }

    /** @param onForge tells whether a Forge installation is linked to the tenant; asked only where it matters */
    Decision decide(LifecycleEvent event, Optional<TenantRecord> stored, BooleanSupplier onForge) {
        var gone = stored.filter(record -> away.concern(event, record));
        if (gone.isPresent()) {
            return away.note(gone.get(), atRest -> decideHere(event, Optional.of(atRest), onForge));
        }
        boolean copy = stored.filter(record -> record.lifecycle().isCopy()).isPresent();
        return copy && !(event instanceof LifecycleEvent.Installed)
                ? Decision.NOTHING_NEW
                : decideHere(event, stored, onForge);
    }

    private Decision decideHere(LifecycleEvent event, Optional<TenantRecord> stored, BooleanSupplier onForge) {
        if (event instanceof LifecycleEvent.Installed installed) {
            return stored.map(record -> installAgain(installed, record)).orElseGet(() -> installFirst(installed));
        }
        if (event instanceof LifecycleEvent.OnForge call) {
            return forge.decide(call, stored);
        }
        return stored.map(record -> decide(event, record, onForge)).orElse(Decision.NOTHING_NEW);
    }

    private Decision decide(LifecycleEvent event, TenantRecord record, BooleanSupplier onForge) {
        var at = event.callback().at();
        var lifecycle = record.lifecycle();
        if (event instanceof LifecycleEvent.LeavingForge leaving) {
            return forge.leave(leaving, record);
        }
        if (event instanceof LifecycleEvent.Uninstalled) {
            return lifecycle.admitsUninstalled(at) ? uninstall(record, at, onForge) : Decision.NOTHING_NEW;
        }
        if (event instanceof LifecycleEvent.Enabled) {
            return lifecycle.admitsEnabled(at)
                    ? Decision.replace(LifecycleOutcome.ENABLED, record, record.with(lifecycle.enabled(at)))
                    : Decision.NOTHING_NEW;
        }
        return lifecycle.admitsDisabled(at)
                ? Decision.replace(LifecycleOutcome.DISABLED, record, record.with(lifecycle.disabled(at)))
                : Decision.NOTHING_NEW;
    }

    private Decision installFirst(LifecycleEvent.Installed event) {
        var callback = event.callback();
        var record = new TenantRecord(
                callback.tenant(),
                event.installation(),
                Secrets.starting(event.secret()),
                Lifecycle.starting(callback.at()),
                Optional.empty(),
                Map.of());
        return planting.plant(LifecycleOutcome.INSTALLED, Optional.empty(), record);
    }

    private Decision installAgain(LifecycleEvent.Installed event, TenantRecord stored) {
        var at = event.callback().at();
        if (!stored.lifecycle().admitsInstalled(at)) {
            return Decision.NOTHING_NEW;
        }
        boolean open = stored.lifecycle().status().isInUse();
        var next = new TenantRecord(
                stored.id(),
                event.installation().replacing(stored.installation()),
                secretsAfter(event, stored),
                stored.lifecycle().installed(at),
                planting.survivingIncarnation(stored),
                stored.seeds());
        var outcome = open ? LifecycleOutcome.UPDATED : LifecycleOutcome.REINSTALLED;
        return planting.plant(outcome, Optional.of(stored), next);
    }

    private Secrets secretsAfter(LifecycleEvent.Installed event, TenantRecord stored) {
        if (!stored.lifecycle().status().isConnected()) {
            return Secrets.starting(event.secret());
        }
        boolean graced = stored.lifecycle().status().isLive()
                && !policy.previousSecretGrace().isZero();
        Optional<Instant> until =
                graced ? Optional.of(clock.instant().plus(policy.previousSecretGrace())) : Optional.empty();
        return stored.secrets().rotate(event.secret(), event.callback().at(), until);
    }

    /**
     * Settings that a Forge installation uses, or may come to use, are not dropped with the Connect app: where Forge is
     * known to be there they stay in use, and else they wait for its first call until the retention ends.
     */
    private Decision uninstall(TenantRecord record, Instant at, BooleanSupplier onForge) {
        var ended = record.with(record.lifecycle().uninstalled(at))
                .with(record.secrets().retire());
        if (ended.lifecycle().status() == TenantStatus.FORGE) {
            return Decision.replace(LifecycleOutcome.MOVED_TO_FORGE, record, ended);
        }
        boolean kept = policy.onUninstall() == OnUninstall.RETAIN
                || record.installation()
                        .forgeInstallation()
                        .filter(Alias::isInstallation)
                        .isPresent()
                || !record.lifecycle().forge().isEmpty()
                || onForge.getAsBoolean();
        return Decision.replace(LifecycleOutcome.UNINSTALLED, record, kept ? ended : ended.withoutSettings());
    }
}

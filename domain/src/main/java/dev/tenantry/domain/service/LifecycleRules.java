package dev.tenantry.domain.service;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The state machine of a tenant: from the stored record and an event to the change that the event makes. Stateless. */
public final class LifecycleRules {

    private static final Decision NOTHING_NEW = new Decision(LifecycleOutcome.NOTHING_NEW, Optional.empty());

    private final LifecyclePolicy policy;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param clock tells when a grace ends and when an incarnation is minted
     * @param random makes incarnations unique; must be safe for use by many threads
     */
    public LifecycleRules(LifecyclePolicy policy, Clock clock, RandomGenerator random) {
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What an event comes to.
     *
     * @param outcome in a word
     * @param change what to commit, or empty if the event is no news
     */
    record Decision(LifecycleOutcome outcome, Optional<Commit> change) {

        /** Returns what is left to commit; empty also if the record is already as the event wants it. */
        Optional<Commit> pending() {
            return change.filter(commit -> !commit.expected().equals(commit.next()));
        }
    }

    Decision decide(LifecycleEvent event, Optional<TenantRecord> stored) {
        if (event instanceof LifecycleEvent.Installed installed) {
            return stored.map(record -> installAgain(installed, record)).orElseGet(() -> installFirst(installed));
        }
        return stored.map(record -> decide(event, record)).orElse(NOTHING_NEW);
    }

    private Decision decide(LifecycleEvent event, TenantRecord record) {
        var at = event.callback().at();
        var lifecycle = record.lifecycle();
        if (event instanceof LifecycleEvent.Uninstalled) {
            return lifecycle.admitsUninstalled(at) ? uninstall(record, at) : NOTHING_NEW;
        }
        if (event instanceof LifecycleEvent.Enabled) {
            return lifecycle.admitsEnabled(at)
                    ? replace(LifecycleOutcome.ENABLED, record, record.with(lifecycle.enabled(at)))
                    : NOTHING_NEW;
        }
        return lifecycle.admitsDisabled(at)
                ? replace(LifecycleOutcome.DISABLED, record, record.with(lifecycle.disabled(at)))
                : NOTHING_NEW;
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
        return plant(LifecycleOutcome.INSTALLED, Optional.empty(), record);
    }

    private Decision installAgain(LifecycleEvent.Installed event, TenantRecord stored) {
        var at = event.callback().at();
        if (!stored.lifecycle().admitsInstalled(at)) {
            return NOTHING_NEW;
        }
        boolean open = stored.lifecycle().status().isOpen();
        boolean ending = stored.lifecycle().status() == TenantStatus.PURGING
                || stored.lifecycle().isPastRetention(policy.retention(), clock.instant());
        var next = new TenantRecord(
                stored.id(),
                event.installation().replacing(stored.installation()),
                secretsAfter(event, stored),
                stored.lifecycle().installed(at),
                ending ? Optional.empty() : stored.incarnation(),
                stored.seeds());
        var outcome = open ? LifecycleOutcome.UPDATED : LifecycleOutcome.REINSTALLED;
        return plant(outcome, Optional.of(stored), next);
    }

    private Secrets secretsAfter(LifecycleEvent.Installed event, TenantRecord stored) {
        if (!stored.lifecycle().status().isOpen()) {
            return Secrets.starting(event.secret());
        }
        boolean graced = stored.lifecycle().status().isLive()
                && !policy.previousSecretGrace().isZero();
        Optional<Instant> until =
                graced ? Optional.of(clock.instant().plus(policy.previousSecretGrace())) : Optional.empty();
        return stored.secrets().rotate(event.secret(), event.callback().at(), until);
    }

    /** Gives the tenant an incarnation if it has none, and that incarnation the defaults that it never had. */
    private Decision plant(LifecycleOutcome outcome, Optional<TenantRecord> expected, TenantRecord next) {
        boolean fresh = next.incarnation().isEmpty();
        var incarnation = next.incarnation().orElseGet(() -> Incarnation.mint(clock.instant(), random));
        Map<SettingKey, ETag> known = fresh ? Map.of() : next.seeds();
        var missing = policy.defaults().stream()
                .filter(seed -> !known.containsKey(seed.key()))
                .toList();
        var seeds = new TreeMap<>(known);
        missing.forEach(seed -> seeds.put(seed.key(), seed.etag()));
        var planted = new TenantRecord(
                next.id(), next.installation(), next.secrets(), next.lifecycle(), Optional.of(incarnation), seeds);
        var dropped = fresh ? expected.flatMap(TenantRecord::incarnation) : Optional.<Incarnation>empty();
        return commit(outcome, new Commit(next.id(), expected, Optional.of(planted), dropped, missing));
    }

    private Decision uninstall(TenantRecord record, Instant at) {
        var ended = record.with(record.lifecycle().uninstalled(at))
                .with(record.secrets().retire());
        var kept = policy.onUninstall() == OnUninstall.RETAIN ? ended : ended.withoutSettings();
        return replace(LifecycleOutcome.UNINSTALLED, record, kept);
    }

    private static Decision replace(LifecycleOutcome outcome, TenantRecord stored, TenantRecord next) {
        return commit(outcome, Commit.replace(stored, next));
    }

    private static Decision commit(LifecycleOutcome outcome, Commit change) {
        return new Decision(outcome, Optional.of(change));
    }
}

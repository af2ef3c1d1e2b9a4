package dev.tenantry.domain.service;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** How a tenant's settings begin: with an incarnation, and the defaults that this incarnation never had. */
final class Planting {

    private final LifecyclePolicy policy;
    private final Clock clock;
    private final RandomGenerator random;

    Planting(LifecyclePolicy policy, Clock clock, RandomGenerator random) {
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    /** Returns the life that a tenant that starts again goes on with; empty if its settings are past saving. */
    Optional<Incarnation> survivingIncarnation(TenantRecord stored) {
        boolean ending = stored.lifecycle().status() == TenantStatus.PURGING
                || stored.lifecycle().isCopy()
                || stored.lifecycle().isPastRetention(policy.retention(), clock.instant());
        return ending ? Optional.empty() : stored.incarnation();
    }

    /** Gives the tenant an incarnation if it has none, and that incarnation the defaults that it never had. */
    Decision plant(LifecycleOutcome outcome, Optional<TenantRecord> expected, TenantRecord next) {
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
        return new Decision(
                outcome, Optional.of(new Commit(next.id(), expected, Optional.of(planted), dropped, missing)));
    }
}

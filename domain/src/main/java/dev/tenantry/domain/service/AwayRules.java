package dev.tenantry.domain.service;

import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * What the host's words come to about a tenant that is on its way to another region, or there. They change what the tenant
 * will be when it arrives there or comes back, and neither open it here nor touch its settings: whatever the host says to
 * the wrong one of two servers, such as a new secret, is not lost.
 */
final class AwayRules {

    /** How long after a migration a host may still change its mind; an {@code installed} later than that begins anew. */
    private static final Duration WAY_BACK = Duration.ofDays(1);

    private final Clock clock;

    AwayRules(Clock clock) {
        this.clock = clock;
    }

    /** Returns whether an event is one about a tenant that is away. */
    boolean concern(LifecycleEvent event, TenantRecord record) {
        var way = record.lifecycle().migration().filter(known -> known.step().isAway());
        return way.filter(known -> !(event instanceof LifecycleEvent.Installed && isOver(known)))
                .isPresent();
    }

    private boolean isOver(Migration migration) {
        return migration.step() == Migration.Step.MOVED
                && clock.instant().isAfter(migration.until().plus(WAY_BACK));
    }

    /** @param rules what the event would come to if the tenant were not away */
    Decision note(TenantRecord stored, Function<TenantRecord, Decision> rules) {
        var decision = rules.apply(stored.with(stored.lifecycle().atRest()));
        return decision.change()
                .flatMap(Commit::next)
                .map(next -> Decision.replace(decision.outcome(), stored, noted(stored, next)))
                .orElse(decision);
    }

    private static TenantRecord noted(TenantRecord stored, TenantRecord next) {
        return new TenantRecord(
                stored.id(),
                next.installation(),
                secrets(stored, next),
                stored.lifecycle().migration().map(next.lifecycle()::migrating).orElseThrow(),
                stored.incarnation(),
                stored.seeds());
    }

    private static Secrets secrets(TenantRecord stored, TenantRecord next) {
        boolean handingOver = stored.lifecycle()
                .migration()
                .filter(way -> way.step() == Migration.Step.HANDING_OVER)
                .isPresent();
        return handingOver ? next.secrets() : next.secrets().retire();
    }
}

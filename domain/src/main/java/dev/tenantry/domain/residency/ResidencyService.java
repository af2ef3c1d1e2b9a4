package dev.tenantry.domain.residency;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.MigrationError;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.Region;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MigrateResidency;
import dev.tenantry.domain.port.in.MigrationOrder;
import dev.tenantry.domain.port.in.MigrationProgress;
import dev.tenantry.domain.port.in.MigrationProgress.Status;
import dev.tenantry.domain.port.in.TenantFailures;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Takes tenants to the storages of other regions. How far each has come stands in its record here, so that any server of
 * this region can go on where another one stopped.
 */
public final class ResidencyService implements MigrateResidency {

    private static final int PAGE = 100;

    /** No host gives an app more time than this. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Storage storage;
    private final Regions regions;
    private final Clock clock;
    private final Migrations migrations;
    private final Copies copies;
    private final Departure departure;
    private final Return back;

    /**
     * @param storage this region's
     * @param regions the others
     * @param workers make the copies, at most a few at once, on other threads than the caller's
     * @param clock tells when a migration ends of which the host does not say it
     */
    public ResidencyService(Storage storage, Regions regions, Executor workers, Clock clock) {
        this.storage = storage;
        this.regions = regions;
        this.clock = clock;
        this.migrations = new Migrations(storage.installations());
        this.copies = new Copies(storage, regions, migrations, workers);
        this.departure = new Departure(storage, regions, migrations);
        this.back = new Return(storage, regions, migrations);
    }

    @Override
    public void schedule(TenantId tenant, MigrationOrder order) {
        requireSupport();
        var region = Region.named(order.location())
                .filter(regions.names()::contains)
                .orElseThrow(() -> new MigrationRefusedException(
                        MigrationError.REGION_UNSUPPORTED, "No tenant can go from here to this location."));
        var wanted = Migration.scheduled(order.id(), region, end(order.until()));
        migrations.repeat(tenant, record -> isScheduled(record, wanted));
    }

    /** What a caller names is kept within reason: retention is counted from it. */
    private Instant end(Optional<Instant> named) {
        var now = clock.instant();
        var latest = now.plus(LONGEST);
        return named.filter(latest::isAfter)
                .map(end -> end.isBefore(now) ? now : end)
                .orElse(latest);
    }

    /** A migration that the host has forgotten about makes way; once a tenant has gone, only its rollback brings it back. */
    private boolean isScheduled(TenantRecord record, Migration wanted) {
        var known = record.lifecycle().migration();
        var step = known.map(Migration::step);
        if (step.isEmpty() || step.get() == Step.SCHEDULED || step.get() == Step.ARRIVED) {
            return migrations.change(record, wanted);
        }
        if (known.get().id().equals(wanted.id())) {
            return true;
        }
        if (!step.get().isUnderWay()) {
            throw new MigrationRefusedException(MigrationError.OTHER, "The tenant is not in this region.");
        }
        back.rollback(record.id(), known.get().id());
        return false;
    }

    @Override
    public void start(TenantId tenant, MigrationId id) {
        requireSupport(tenant, id);
        migrations.repeat(tenant, record -> isStarted(record, Migrations.require(record, id)));
    }

    private boolean isStarted(TenantRecord record, Migration migration) {
        return switch (migration.step()) {
            case SCHEDULED, FAILED -> {
                requireRoom();
                migrations.change(record, migration.at(Step.COPYING));
                yield false;
            }
            case COPYING -> {
                copies.run(record.id(), migration.id());
                yield true;
            }
            case READY, HANDING_OVER, MOVED, ARRIVED -> true;
            case RETURNING, WITHDRAWING, ARRIVING, COMPLETING -> throw Migrations.notScheduled();
        };
    }

    private void requireRoom() {
        if (copies.isFull()) {
            throw new MigrationRefusedException(
                    MigrationError.TOO_MANY, "This server copies as many tenants as it may at once.");
        }
    }

    @Override
    public MigrationProgress status(TenantId tenant, Optional<MigrationId> id) {
        var record = migrations.require(tenant);
        var migration = id.flatMap(named -> Migrations.find(record, named))
                .or(() -> record.lifecycle().migration().filter(known -> id.isEmpty()));
        migration.filter(known -> known.step() == Step.COPYING).ifPresent(known -> copies.run(tenant, known.id()));
        return migration
                .map(ResidencyService::progress)
                .orElseGet(() -> MigrationProgress.failed(
                        regions.names().isEmpty()
                                ? MigrationError.MIGRATIONS_UNSUPPORTED
                                : MigrationError.NOT_SCHEDULED));
    }

    /** A commit that was done may be repeated, as long as the host does not know of it. */
    private static MigrationProgress progress(Migration migration) {
        return switch (migration.step()) {
            case SCHEDULED -> MigrationProgress.of(Status.SCHEDULED);
            case COPYING -> MigrationProgress.of(Status.COPYING);
            case READY, HANDING_OVER, MOVED, ARRIVED -> MigrationProgress.of(Status.READY_TO_COMMIT);
            case FAILED -> MigrationProgress.failed(MigrationError.OTHER);
            case RETURNING, WITHDRAWING -> MigrationProgress.of(Status.ROLLING_BACK);
            case ARRIVING, COMPLETING -> MigrationProgress.failed(MigrationError.NOT_SCHEDULED);
        };
    }

    @Override
    public void commit(TenantId tenant, MigrationId id) {
        requireSupport(tenant, id);
        departure.commit(tenant, id);
    }

    @Override
    public void rollback(TenantId tenant, MigrationId id) {
        back.rollback(tenant, id);
    }

    @Override
    public int finishRollbacks(TenantFailures failures) {
        int finished = 0;
        Optional<TenantId> after = Optional.empty();
        List<TenantRecord> page;
        do {
            page = storage.installations().page(after, PAGE);
            finished += (int)
                    page.stream().filter(record -> isFinished(record, failures)).count();
            after = page.stream().reduce((first, second) -> second).map(TenantRecord::id);
        } while (page.size() == PAGE);
        return finished;
    }

    private boolean isFinished(TenantRecord record, TenantFailures failures) {
        var begun = record.lifecycle()
                .migration()
                .filter(way -> way.step() == Step.RETURNING || way.step() == Step.WITHDRAWING);
        try {
            begun.ifPresent(way -> back.rollback(record.id(), way.id()));
            return begun.isPresent();
        } catch (DomainException failure) {
            failures.failed(record.id(), failure);
            return false;
        }
    }

    /** A tenant that has arrived by this migration may be where no other region is configured. */
    private void requireSupport(TenantId tenant, MigrationId id) {
        if (Migrations.find(migrations.require(tenant), id).isEmpty()) {
            requireSupport();
        }
    }

    private void requireSupport() {
        if (regions.names().isEmpty()) {
            throw new MigrationRefusedException(
                    MigrationError.MIGRATIONS_UNSUPPORTED, "This app keeps its data in one region.");
        }
    }
}

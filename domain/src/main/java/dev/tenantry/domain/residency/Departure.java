package dev.tenantry.domain.residency;

import dev.tenantry.domain.error.MigrationError;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.Transfer;
import dev.tenantry.domain.move.Transfer.Admission;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;

/**
 * The commit: the tenant is closed here, completed there, opened there, and last its settings go from here. So at no moment
 * is it open in two places, and at none are its settings in no place. What is left here is a record by which a host that
 * missed the answer can be recognized, and to which a rollback can return what has gone.
 */
final class Departure {

    private final Storage storage;
    private final Regions regions;
    private final Migrations migrations;

    Departure(Storage storage, Regions regions, Migrations migrations) {
        this.storage = storage;
        this.regions = regions;
        this.migrations = migrations;
    }

    void commit(TenantId tenant, MigrationId id) {
        migrations.repeat(tenant, record -> isDone(record, Migrations.require(record, id)));
    }

    private boolean isDone(TenantRecord record, Migration migration) {
        return switch (migration.step()) {
            case MOVED, ARRIVED -> true;
            case READY -> {
                close(record, migration);
                yield false;
            }
            case HANDING_OVER -> isHandedOver(record, migration);
            case SCHEDULED, COPYING, FAILED ->
                throw new MigrationRefusedException(MigrationError.OTHER, "The copy is not ready.");
            case RETURNING, WITHDRAWING, ARRIVING, COMPLETING -> throw Migrations.notScheduled();
        };
    }

    /** Nobody is shut out before it is known that the other region can be reached. */
    private void close(TenantRecord record, Migration migration) {
        regions.storage(migration.location()).ping();
        migrations.change(record, migration.at(Step.HANDING_OVER));
    }

    private boolean isHandedOver(TenantRecord record, Migration migration) {
        try {
            return isOpenedThere(record, migration)
                    && migrations.change(
                            record,
                            record.withoutSettings()
                                    .with(record.secrets().retire())
                                    .with(record.lifecycle().migrating(migration.at(Step.MOVED))));
        } catch (MigrationRefusedException impossible) {
            migrations.change(record, migration.at(Step.FAILED));
            throw impossible;
        }
    }

    private boolean isOpenedThere(TenantRecord record, Migration migration) {
        var target = regions.storage(migration.location());
        var open = record.with(record.lifecycle().migrating(migration.at(Step.ARRIVED)));
        var arrived = target.installations().find(record.id()).filter(there -> hasArrived(there, migration));
        if (arrived.isPresent()) {
            return isToldThere(target, arrived.get(), open);
        }
        var staged = Copies.staged(record, Step.COMPLETING);
        var links = storage.links().list(record.id());
        return new Transfer(storage, target).complete(record, staged, links, new Terms(record.id(), migration))
                && target.installations().commit(Commit.replace(staged, open));
    }

    private static boolean hasArrived(TenantRecord there, Migration migration) {
        return Migrations.find(there, migration.id())
                .filter(way -> way.step() == Step.ARRIVED)
                .isPresent();
    }

    /** It was opened by a commit that the host knows nothing of; what the host has told us since goes after it. */
    private static boolean isToldThere(Storage target, TenantRecord arrived, TenantRecord open) {
        var told = Reunion.of(
                open, arrived, arrived.lifecycle().migration().orElseThrow().at(Step.ARRIVED));
        return told.equals(arrived) || target.installations().commit(Commit.replace(arrived, told));
    }

    private final class Terms implements Transfer.Terms {

        private final TenantId tenant;
        private final Migration migration;

        Terms(TenantId tenant, Migration migration) {
            this.tenant = tenant;
            this.migration = migration;
        }

        /** A copy that has been opened is never closed again by this: what it was made from may be gone the next moment. */
        @Override
        public Admission admit(TenantRecord stored) {
            if (hasArrived(stored, migration)) {
                return Admission.LOOK_AGAIN;
            }
            return Copies.isLeftOver(stored) ? Admission.REPLACE : Admission.REFUSE;
        }

        @Override
        public boolean hold() {
            return migrations.isAt(tenant, migration.id(), Step.HANDING_OVER);
        }
    }
}

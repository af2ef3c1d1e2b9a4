package dev.tenantry.domain.residency;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.Transfer;
import dev.tenantry.domain.move.Transfer.Admission;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;

/** The copies that this server is at work on. What another server copies as well does no harm. */
final class Copies {

    private static final Logger LOG = System.getLogger(Copies.class.getName());

    private static final int MAX_COPIES = 4;

    private final Storage storage;
    private final Regions regions;
    private final Migrations migrations;
    private final Executor workers;
    private final Set<TenantId> running = new HashSet<>();

    Copies(Storage storage, Regions regions, Migrations migrations, Executor workers) {
        this.storage = storage;
        this.regions = regions;
        this.migrations = migrations;
        this.workers = workers;
    }

    synchronized boolean isFull() {
        return running.size() >= MAX_COPIES;
    }

    /** Works on a copy unless this server does so already, or on too many others. */
    void run(TenantId tenant, MigrationId id) {
        if (reserve(tenant)) {
            workers.execute(() -> {
                try {
                    tryCopy(tenant, id);
                } finally {
                    release(tenant);
                }
            });
        }
    }

    private synchronized boolean reserve(TenantId tenant) {
        return !isFull() && running.add(tenant);
    }

    private synchronized void release(TenantId tenant) {
        running.remove(tenant);
    }

    /** What fails because a storage is out of reach is begun again when the host next asks. */
    private void tryCopy(TenantId tenant, MigrationId id) {
        try {
            copy(tenant, id);
        } catch (DomainException failure) {
            LOG.log(Level.WARNING, "tenant {0}: migration {1} waits: {2}", tenant, id, failure.getMessage());
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "tenant " + tenant + ": migration " + id + " waits", failure);
        }
    }

    private void copy(TenantId tenant, MigrationId id) {
        try {
            storage.installations()
                    .find(tenant)
                    .filter(record -> isCopying(record, id))
                    .filter(this::isCopied)
                    .ifPresent(copied -> finish(tenant, id, Step.READY));
        } catch (MigrationRefusedException failure) {
            LOG.log(Level.WARNING, "tenant {0}: migration {1} fails: {2}", tenant, id, failure.detail());
            finish(tenant, id, Step.FAILED);
        }
    }

    private static boolean isCopying(TenantRecord record, MigrationId id) {
        return Migrations.find(record, id)
                .filter(known -> known.step() == Step.COPYING)
                .isPresent();
    }

    private boolean isCopied(TenantRecord record) {
        var migration = record.lifecycle().migration().orElseThrow();
        var target = regions.storage(migration.location());
        return new Transfer(storage, target).prepare(staged(record, Step.ARRIVING), new Terms(record.id(), migration));
    }

    private void finish(TenantId tenant, MigrationId id, Step step) {
        migrations.repeat(
                tenant,
                record -> !isCopying(record, id)
                        || migrations.change(
                                record,
                                record.lifecycle().migration().orElseThrow().at(step)));
    }

    /** Returns the record of a copy: it has no secret that verifies a request. */
    static TenantRecord staged(TenantRecord record, Step step) {
        var way = record.lifecycle().migration().map(migration -> migration.at(step));
        return record.with(record.secrets().retire()).with(record.lifecycle().migrating(way.orElseThrow()));
    }

    /** Returns whether nobody uses what is stored: the tenant has left that place, or was never finished there. */
    static boolean isLeftOver(TenantRecord stored) {
        return !stored.lifecycle().status().isInUse()
                && stored.lifecycle()
                        .migration()
                        .filter(way -> way.step().isUnderWay())
                        .isEmpty();
    }

    private final class Terms implements Transfer.Terms {

        private final TenantId tenant;
        private final Migration migration;

        Terms(TenantId tenant, Migration migration) {
            this.tenant = tenant;
            this.migration = migration;
        }

        @Override
        public Admission admit(TenantRecord stored) {
            return isLeftOver(stored) ? Admission.REPLACE : Admission.REFUSE;
        }

        @Override
        public boolean hold() {
            return migrations.isAt(tenant, migration.id(), Step.COPYING);
        }
    }
}

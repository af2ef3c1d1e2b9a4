package dev.tenantry.domain.residency;

import dev.tenantry.domain.error.MigrationError;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The migrations of this region's tenants, in their records. A step is made only from the record that was read; who loses
 * looks again.
 */
final class Migrations {

    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    /** Each lost race means that a callback of the tenant, or another server with the same task, won. */
    private static final int MAX_ATTEMPTS = 20;

    private final Installations installations;

    Migrations(Installations installations) {
        this.installations = installations;
    }

    /** Repeats a step with the tenant's record as it is at each time, until the step says that nothing is left to do. */
    void repeat(TenantId tenant, Predicate<TenantRecord> step) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (step.test(require(tenant))) {
                return;
            }
        }
        throw new StorageException("tenant " + tenant + " changes too fast to be migrated");
    }

    TenantRecord require(TenantId tenant) {
        return installations
                .find(tenant)
                .orElseThrow(() -> new UnauthenticatedException("the tenant was removed meanwhile"));
    }

    /** Returns the migration of this name that takes the tenant from here, or empty if there is none. */
    static Optional<Migration> find(TenantRecord record, MigrationId id) {
        return record.lifecycle()
                .migration()
                .filter(known -> known.id().equals(id) && !known.step().isCopy());
    }

    static Migration require(TenantRecord record, MigrationId id) {
        return find(record, id).orElseThrow(Migrations::notScheduled);
    }

    static MigrationRefusedException notScheduled() {
        return new MigrationRefusedException(MigrationError.NOT_SCHEDULED, "This migration is not scheduled.");
    }

    boolean isAt(TenantId tenant, MigrationId id, Step step) {
        return installations
                .find(tenant)
                .flatMap(record -> find(record, id))
                .filter(known -> known.step() == step)
                .isPresent();
    }

    /** Returns whether the record was still this one and the tenant stands at this step now. */
    boolean change(TenantRecord record, Migration next) {
        return change(record, record.with(record.lifecycle().migrating(next)));
    }

    /** Returns whether the record was still this one and is the next one now. */
    boolean change(TenantRecord record, TenantRecord next) {
        boolean won = record.equals(next) || installations.commit(Commit.replace(record, next));
        if (won) {
            tell(next.lifecycle().migration().or(() -> record.lifecycle().migration()), next);
        }
        return won;
    }

    private static void tell(Optional<Migration> migration, TenantRecord next) {
        migration.ifPresent(way -> LOG.log(
                Level.INFO,
                "tenant {0}: migration {1} to {2}: {3}",
                next.id(),
                way.id(),
                way.location(),
                next.lifecycle().migration().map(now -> now.step().name()).orElse("TAKEN BACK")));
    }
}

package dev.tenantry.domain.residency;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.TreeMap;

/**
 * The rollback. Until the commit is done the tenant is simply opened here again, at once and whether or not the other region
 * can be reached, and then its copy is removed there. After that it is closed there, brought back, opened here, and removed
 * there.
 */
final class Return {

    private static final Logger LOG = System.getLogger(Return.class.getName());

    private final Storage storage;
    private final Regions regions;
    private final Migrations migrations;

    Return(Storage storage, Regions regions, Migrations migrations) {
        this.storage = storage;
        this.regions = regions;
        this.migrations = migrations;
    }

    void rollback(TenantId tenant, MigrationId id) {
        migrations.repeat(
                tenant,
                record -> Migrations.find(record, id)
                        .map(migration -> isDone(record, migration))
                        .orElse(true));
    }

    private boolean isDone(TenantRecord record, Migration migration) {
        return switch (migration.step()) {
            case SCHEDULED ->
                migrations.change(record, record.with(record.lifecycle().atRest()));
            case COPYING, READY, FAILED, HANDING_OVER -> {
                migrations.change(record, migration.at(Step.WITHDRAWING));
                yield false;
            }
            case WITHDRAWING -> isWithdrawn(record, migration);
            case MOVED -> hasNothingToReturn(record, migration);
            case RETURNING -> {
                bringBack(record, migration);
                yield false;
            }
            case ARRIVING, COMPLETING, ARRIVED -> true;
        };
    }

    private boolean isWithdrawn(TenantRecord record, Migration migration) {
        var target = regions.storage(migration.location());
        var there = target.installations().find(record.id()).filter(other -> isCopy(migration, other));
        if (there.isPresent()) {
            var useless = there.get().withoutSettings();
            Transfer.remove(
                    target, there.get(), useless.with(useless.lifecycle().migrating(migration.at(Step.ARRIVING))));
            return false;
        }
        return migrations.change(record, record.with(record.lifecycle().atRest()));
    }

    /** Also one that was opened already; but never the tenant itself, should both regions have one storage. */
    private static boolean isCopy(Migration migration, TenantRecord other) {
        return other.lifecycle()
                .migration()
                .filter(way -> way.id().equals(migration.id()))
                .filter(way -> way.step().isCopy() || way.step() == Step.ARRIVED || way.step() == Step.HANDING_OVER)
                .isPresent();
    }

    /** A tenant that its region does not have any more, or has sent on, stays as it is: there is nothing to bring back. */
    private boolean hasNothingToReturn(TenantRecord record, Migration migration) {
        var there = regions.storage(migration.location()).installations().find(record.id());
        if (there.filter(other -> isOpen(other) || isClosedFor(migration, other))
                .isPresent()) {
            migrations.change(record, migration.at(Step.RETURNING));
            return false;
        }
        if (!isStill(record)) {
            return false;
        }
        LOG.log(
                Level.WARNING,
                "tenant {0}: migration {1} is not taken back, because {2} does not have the tenant",
                record.id(),
                migration.id(),
                migration.location());
        return true;
    }

    /** Whoever brought the tenant back in the meantime has removed it there. */
    private boolean isStill(TenantRecord record) {
        return migrations.require(record.id()).equals(record);
    }

    private static boolean isOpen(TenantRecord there) {
        return !there.lifecycle().isAway() && !there.lifecycle().isCopy();
    }

    private static boolean isClosedFor(Migration migration, TenantRecord there) {
        return Migrations.find(there, migration.id())
                .filter(way -> way.step() == Step.HANDING_OVER)
                .isPresent();
    }

    private void bringBack(TenantRecord record, Migration migration) {
        var source = regions.storage(migration.location());
        var there = source.installations().find(record.id());
        if (there.isEmpty() && isStill(record)) {
            throw new StorageException("tenant " + record.id() + " has vanished from " + migration.location());
        }
        there.ifPresent(other -> bringBack(record, other, source, migration));
    }

    /** The other region is read only after it was closed: nobody writes there what would then be left behind. */
    private void bringBack(TenantRecord record, TenantRecord there, Storage source, Migration migration) {
        if (!isClosedFor(migration, there)) {
            var closed = there.with(there.lifecycle().migrating(migration.at(Step.HANDING_OVER)));
            source.installations().commit(Commit.replace(there, closed));
            return;
        }
        var back = Reunion.of(record, there, migration.at(Step.RETURNING));
        var staged = Copies.staged(back, Step.RETURNING);
        var links = links(source, record.id());
        if (new Transfer(source, storage).complete(there, staged, links, new Terms(record))) {
            migrations.change(staged, back.with(back.lifecycle().migrating(migration.at(Step.WITHDRAWING))));
        }
    }

    private List<Link> links(Storage source, TenantId tenant) {
        var links = new TreeMap<Alias, Link>();
        storage.links().list(tenant).forEach(link -> links.put(link.alias(), link));
        source.links().list(tenant).forEach(link -> links.put(link.alias(), link));
        return List.copyOf(links.values());
    }

    /** @param here the record that was put together with that of the other region: one that has changed since knows more */
    private record Terms(TenantRecord here) implements Transfer.Terms {

        @Override
        public Admission admit(TenantRecord stored) {
            return stored.equals(here) ? Admission.REPLACE : Admission.LOOK_AGAIN;
        }

        /** The record that the tenant comes back to tells it by itself. */
        @Override
        public boolean hold() {
            return true;
        }
    }
}

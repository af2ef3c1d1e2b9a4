package dev.tenantry.domain.residency;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.Transfer;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

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
                .isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "tenant {0}: migration {1} is not taken back, because {2} does not have the tenant",
                    record.id(),
                    migration.id(),
                    migration.location());
            return true;
        }
        migrations.change(record, migration.at(Step.RETURNING));
        return false;
    }

    private static boolean isOpen(TenantRecord there) {
        return !there.lifecycle().isAway() && !there.lifecycle().isCopy();
    }

    private static boolean isClosedFor(Migration migration, TenantRecord there) {
        return Migrations.find(there, migration.id())
                .filter(way -> way.step() == Step.HANDING_OVER)
                .isPresent();
    }

    /** The other region is read only after it was closed: nobody writes there what would then be left behind. */
    private void bringBack(TenantRecord record, Migration migration) {
        var source = regions.storage(migration.location());
        var there = source.installations().find(record.id()).orElseThrow(() -> vanished(record, migration));
        if (!isClosedFor(migration, there)) {
            var closed = there.with(there.lifecycle().migrating(migration.at(Step.HANDING_OVER)));
            source.installations().commit(Commit.replace(there, closed));
            return;
        }
        var back = merged(record, there, migration);
        var staged = Copies.staged(back, Step.RETURNING);
        if (new Transfer(source, storage).complete(staged, links(source, record.id()), new Terms(migration))) {
            migrations.change(staged, back.with(back.lifecycle().migrating(migration.at(Step.WITHDRAWING))));
        }
    }

    private static StorageException vanished(TenantRecord record, Migration migration) {
        return new StorageException("tenant " + record.id() + " has vanished from " + migration.location());
    }

    /** The settings are the other region's; of the rest, each part is that of the region to which the host spoke last. */
    private static TenantRecord merged(TenantRecord here, TenantRecord there, Migration migration) {
        var lifecycle = lifecycle(here.lifecycle(), there.lifecycle());
        boolean installedHere =
                here.lifecycle().installedAt().isAfter(there.lifecycle().installedAt());
        var installed = installedHere ? here : there;
        return new TenantRecord(
                here.id(),
                installed.installation(),
                lifecycle.status().isConnected()
                        ? secrets(installed, there)
                        : installed.secrets().retire(),
                lifecycle.migrating(migration.at(Step.RETURNING)),
                there.incarnation(),
                there.seeds());
    }

    /** A record that was left behind has no current secret any more: what it has was the current one. */
    private static Secrets secrets(TenantRecord installed, TenantRecord there) {
        var secret = installed.secrets().forCallbacks();
        return secret.equals(there.secrets().forCallbacks()) ? there.secrets() : Secrets.starting(secret);
    }

    /** Forge may still call the old region while Connect calls the new one, so the two are told apart. */
    private static Lifecycle lifecycle(Lifecycle here, Lifecycle there) {
        var latest = newest(here).isAfter(newest(there)) ? here.atRest() : there.atRest();
        var forge = new TreeMap<>(there.forge());
        here.forge()
                .forEach((alias, presence) ->
                        forge.merge(alias, presence, (one, other) -> other.at().isAfter(one.at()) ? other : one));
        return new Lifecycle(latest.status(), latest.installedAt(), latest.toggledAt(), latest.uninstalledAt(), forge);
    }

    private static Instant newest(Lifecycle lifecycle) {
        return Stream.concat(lifecycle.toggledAt().stream(), lifecycle.uninstalledAt().stream())
                .filter(lifecycle.installedAt()::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(lifecycle.installedAt());
    }

    private List<Link> links(Storage source, TenantId tenant) {
        var links = new TreeMap<Alias, Link>();
        storage.links().list(tenant).forEach(link -> links.put(link.alias(), link));
        source.links().list(tenant).forEach(link -> links.put(link.alias(), link));
        return List.copyOf(links.values());
    }

    private record Terms(Migration migration) implements Transfer.Terms {

        @Override
        public boolean admit(TenantRecord stored) {
            return Migrations.find(stored, migration.id())
                    .filter(way -> way.step() == Step.RETURNING)
                    .isPresent();
        }

        /** The record that the tenant comes back to tells it by itself. */
        @Override
        public boolean hold() {
            return true;
        }
    }
}

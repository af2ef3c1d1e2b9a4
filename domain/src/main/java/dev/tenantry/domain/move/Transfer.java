package dev.tenantry.domain.move;

import dev.tenantry.domain.error.MigrationError;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Takes one tenant from one storage to another, under a record that lets nobody in until the caller opens it. Each step may
 * be the last before a crash, and all may be repeated.
 *
 * <p>The methods throw {@link StorageException} if a storage fails, and {@link MigrationRefusedException} if trying again
 * would not help. Safe for use by many threads, also for the same tenant: those that are late do no harm.
 */
public final class Transfer {

    private final Storage source;
    private final TenantReader from;
    private final Storage target;

    /**
     * @param source is only read
     * @param target where the tenant goes
     */
    public Transfer(Storage source, Storage target) {
        this.source = source;
        this.from = new TenantReader(source);
        this.target = target;
    }

    /** What to do about a record that the target has of the tenant already. */
    public enum Admission {
        /** It may be replaced. */
        REPLACE,
        /** Somebody else with the same task was faster: the caller has to look again. */
        LOOK_AGAIN,
        /** It is somebody's who has nothing to do with this. */
        REFUSE
    }

    /** What the caller knows and a transfer asks. */
    public interface Terms {

        /** Returns what to do about what the target has of this tenant. */
        Admission admit(TenantRecord stored);

        /** Returns whether the transfer is still wanted; asked once the target shows that it is going on. */
        boolean hold();
    }

    /**
     * Copies the settings that the target lacks. The source may be in use: what changes there meanwhile is left to
     * {@link #complete}.
     *
     * @param staged the record under which they are copied
     * @return whether that was possible; not if somebody else changed the tenant meanwhile
     */
    public boolean prepare(TenantRecord staged, Terms terms) {
        return unlessOvertaken(() -> {
            stage(staged, terms);
            from.links(staged).forEach(this::requireFree);
            if (staged.incarnation().isPresent()) {
                new SettingsWriter(target, staged).add(settings(staged));
            }
        });
    }

    /**
     * Makes settings and links of the target's tenant exactly those of the source, which is out of use, and compares them.
     * Whoever does the same at the same time may be faster, open the target and empty the source: so nothing is removed
     * before both are seen to be as they were when the last setting had been read.
     *
     * @param closed the record that the source has of the tenant. As long as it is this one, nothing of the tenant changes
     *     there
     * @param staged the record under which they are written. It is not the one of {@link #prepare}, so that no late step of
     *     that can add what has been removed
     * @param links all that the tenant shall have, in the order of their aliases
     * @return whether the target has all of it; not if somebody else changed the tenant meanwhile
     */
    public boolean complete(TenantRecord closed, TenantRecord staged, List<Link> links, Terms terms) {
        return unlessOvertaken(() -> {
            stage(staged, terms);
            var stored = target.links().list(staged.id());
            if (staged.incarnation().isPresent()) {
                new SettingsWriter(target, staged).write(settings(staged), () -> requireStill(closed, staged));
            }
            requireStill(closed, staged);
            new LinksWriter(target.links(), staged.id()).write(stored, links).forEach(Transfer::refuse);
            requireEqual(staged, links);
        });
    }

    /**
     * Removes a tenant with its settings and links.
     *
     * @param useless what the record says until it is removed; has no settings
     * @return whether it is gone; not if somebody else changed it meanwhile
     */
    public static boolean remove(Storage storage, TenantRecord record, TenantRecord useless) {
        return new TenantRemover(storage).remove(record, useless);
    }

    private static boolean unlessOvertaken(Runnable steps) {
        try {
            steps.run();
            return true;
        } catch (OvertakenException | UnauthenticatedException overtaken) {
            return false;
        }
    }

    /** Whoever gives the transfer up looks at the target after that, or we look whether it is given up after this. */
    private void stage(TenantRecord staged, Terms terms) {
        var stored = target.installations().find(staged.id());
        if (!stored.equals(Optional.of(staged))) {
            stored.ifPresent(record -> requireAdmission(record, terms));
            replace(stored, staged);
        }
        if (!terms.hold()) {
            remove(target, staged, staged.withoutSettings());
            throw new OvertakenException();
        }
    }

    private static void requireAdmission(TenantRecord stored, Terms terms) {
        switch (terms.admit(stored)) {
            case REPLACE -> {}
            case LOOK_AGAIN -> throw new OvertakenException();
            case REFUSE -> throw refused("the region has a tenant " + stored.id() + " of its own.");
        }
    }

    private void requireStill(TenantRecord closed, TenantRecord staged) {
        if (!isStored(source, closed) || !isStored(target, staged)) {
            throw new OvertakenException();
        }
    }

    private static boolean isStored(Storage storage, TenantRecord record) {
        return storage.installations().find(record.id()).equals(Optional.of(record));
    }

    private void replace(Optional<TenantRecord> stored, TenantRecord staged) {
        var change = stored.map(before -> Commit.replace(before, staged))
                .orElseGet(() -> new Commit(staged.id(), stored, Optional.of(staged), Optional.empty(), List.of()));
        if (!target.installations().commit(change)) {
            throw new OvertakenException();
        }
    }

    private Iterator<Setting> settings(TenantRecord staged) {
        return from.settings(staged, name -> {
            throw refused("the setting " + name + " cannot be read.");
        });
    }

    private void requireFree(Link link) {
        var owner = target.links().resolve(link.alias());
        owner.filter(other -> !other.equals(link.tenant())).ifPresent(other -> refuse(new ForeignLink(link, other)));
    }

    private void requireEqual(TenantRecord staged, List<Link> links) {
        var wanted = TenantDigest.of(staged, from.rows(staged), links);
        if (!isStored(staged.id(), wanted)) {
            throw new OvertakenException();
        }
    }

    private boolean isStored(TenantId tenant, TenantDigest wanted) {
        return target.installations()
                .find(tenant)
                .filter(record -> new TenantReader(target).digest(record).equals(wanted))
                .isPresent();
    }

    private static void refuse(ForeignLink foreign) {
        throw refused("the alias " + foreign.link().alias() + " is tenant " + foreign.owner() + "'s in the region.");
    }

    private static MigrationRefusedException refused(String why) {
        return new MigrationRefusedException(MigrationError.OTHER, "The tenant cannot be copied: " + why);
    }
}

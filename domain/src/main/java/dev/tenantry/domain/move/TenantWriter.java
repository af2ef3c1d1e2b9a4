package dev.tenantry.domain.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Writes tenants as a whole, in steps of which each may be the last before a crash.
 *
 * <p>First the tenant gets a record that no token can satisfy: it has no secret, and it is disabled until the end of
 * time. Under it the settings and links are put in order, and only then comes the record itself. Whoever finds a tenant
 * that is half written can use nothing of it, and writing it again makes it whole. A tenant that existed before is out of
 * use for the moment in which it is written.
 *
 * <p>Safe for use by many threads, but two that write the same tenant overtake each other.
 */
public final class TenantWriter {

    private final Storage target;

    /** @param target a prepared backend */
    public TenantWriter(Storage target) {
        this.target = target;
    }

    /** What came of writing a tenant. */
    public sealed interface Outcome {

        /**
         * The tenant is what was given.
         *
         * @param settings how many settings it has
         * @param links how many of its links are made
         * @param foreign the links that are not, each because another tenant has its alias
         */
        record Written(int settings, int links, List<ForeignLink> foreign) implements Outcome {}

        /** Somebody else changed the tenant meanwhile, and it may be half written; writing it again makes it whole. */
        record Overtaken() implements Outcome {}
    }

    /**
     * Makes the target's tenant exactly this one: its record, with the incarnation that it names, its settings and its
     * links. Those that it has beside them go.
     *
     * @param settings in any order; must not be of this target. Of several with one key the last counts. Their keys are
     *     held in memory, and of their values a few at a time
     * @param links all of the tenant's
     * @throws IllegalArgumentException if a link is of another tenant, or if there are settings and no incarnation that
     *     they could belong to
     * @throws StorageException if the target fails; the tenant may be half written
     */
    public Outcome write(TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        if (links.stream().anyMatch(link -> !link.tenant().equals(record.id()))) {
            throw new IllegalArgumentException("a link of another tenant");
        }
        if (record.incarnation().isEmpty() && settings.hasNext()) {
            throw new IllegalArgumentException("settings of a tenant whose settings were dropped");
        }
        try {
            return writeStepwise(record, settings, links);
        } catch (OvertakenException | UnauthenticatedException overtaken) {
            return new Outcome.Overtaken();
        }
    }

    private Outcome writeStepwise(TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        var staged = Staging.of(record);
        stage(staged);
        int written = record.incarnation().isPresent() ? write(staged, settings) : 0;
        var stored = target.links().list(record.id());
        var foreign = new LinksWriter(target.links(), record.id()).write(stored, links);
        commit(Commit.replace(staged, record));
        return new Outcome.Written(written, links.size() - foreign.size(), foreign);
    }

    /** If the source ends too early because the tenant began anew there, the record differs, and the next write sees it. */
    private int write(TenantRecord staged, Iterator<Setting> settings) {
        return new SettingsWriter(target, staged).write(settings, () -> {});
    }

    private void stage(TenantRecord staged) {
        var stored = target.installations().find(staged.id());
        if (stored.equals(Optional.of(staged))) {
            return;
        }
        commit(stored.map(before -> Commit.replace(before, staged))
                .orElseGet(() -> new Commit(staged.id(), stored, Optional.of(staged), Optional.empty(), List.of())));
    }

    private void commit(Commit change) {
        if (!target.installations().commit(change)) {
            throw new OvertakenException();
        }
    }
}

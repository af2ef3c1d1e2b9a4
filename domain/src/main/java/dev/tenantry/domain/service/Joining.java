package dev.tenantry.domain.service;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LinkTenants.Outcome;
import dev.tenantry.domain.port.in.LinkTenants.Preference;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Joins a tenant that began on Forge into the tenant that it was all the while.
 *
 * <p>Everything is compared before anything moves. What moves is copied before the link is made, and once more after it,
 * because calls came to the old place until then. The old place is closed with its settings in it, so that even what came
 * in between is not lost. A crash leaves a join that the same link, made again, finishes.
 */
final class Joining {

    /** Each lost race means that a callback or call of the same tenant won. */
    private static final int MAX_ATTEMPTS = 20;

    private final Storage storage;
    private final Instant now;

    /** @param now when the joining tenant ends */
    Joining(Storage storage, Instant now) {
        this.storage = storage;
        this.now = now;
    }

    /**
     * Joins.
     *
     * @param joining in use, and known by the link's alias
     * @param tenant has settings. It is opened if it is closed: Forge uses it from now on
     */
    Outcome join(TenantRecord joining, TenantRecord tenant, Link link, Preference preference) {
        var opened = change(tenant, lifecycle -> welcome(lifecycle, joining.lifecycle()));
        var settings = new JoinedSettings(storage.settings(), joining, opened, preference);
        var conflicts = settings.conflicts();
        if (!conflicts.isEmpty()) {
            storage.installations().commit(Commit.replace(opened, tenant));
            return new Outcome.Conflicting(conflicts);
        }
        settings.move();
        var owner = storage.links().link(link);
        if (!owner.equals(Optional.of(link.tenant()))) {
            return owner.<Outcome>map(Outcome.Taken::new).orElseGet(Outcome.NoTenant::new);
        }
        settings.move();
        handOver(joining, link);
        change(joining, this::farewell);
        return new Outcome.Linked(settings.moved());
    }

    /** The other names of the joining tenant go the same way. */
    private void handOver(TenantRecord joining, Link link) {
        for (var other : storage.links().list(joining.id())) {
            if (storage.links().unlink(other)) {
                storage.links().link(new Link(other.alias(), link.tenant(), other.provenance(), other.at()));
            }
        }
    }

    private static Lifecycle welcome(Lifecycle lifecycle, Lifecycle joining) {
        var next = lifecycle;
        for (var presence : joining.forge().entrySet()) {
            next = next.onForge(presence.getKey(), presence.getValue());
        }
        return next;
    }

    private Lifecycle farewell(Lifecycle lifecycle) {
        var next = lifecycle;
        for (var presence : lifecycle.forge().entrySet()) {
            var left = new ForgePresence(false, now, presence.getValue().version());
            next = next.leftByForge(presence.getKey(), left);
        }
        return next;
    }

    /** Changes where a tenant stands, whatever else happens to it meanwhile, except the end of its life. */
    private TenantRecord change(TenantRecord tenant, UnaryOperator<Lifecycle> step) {
        var stored = tenant;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var next = stored.with(step.apply(stored.lifecycle()));
            if (next.equals(stored) || storage.installations().commit(Commit.replace(stored, next))) {
                return next;
            }
            stored = storage.installations()
                    .find(tenant.id())
                    .filter(record -> record.incarnation().equals(tenant.incarnation()))
                    .orElseThrow(() -> new StorageException("tenant " + tenant.id() + " ended while it was joined"));
        }
        throw new StorageException("tenant " + tenant.id() + " changes too fast to be joined");
    }
}

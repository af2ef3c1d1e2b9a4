package dev.tenantry.domain.move;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import java.util.Optional;

/** Removes tenants with all that is theirs, in steps of which each may be the last before a crash. */
final class TenantRemover {

    private final Storage target;

    TenantRemover(Storage target) {
        this.target = target;
    }

    /** Returns whether the tenant is gone; not if somebody else changed it meanwhile. */
    boolean remove(TenantRecord record) {
        return remove(record, Staging.of(record).withoutSettings());
    }

    /** @param useless the record under which the rest is removed: it has no settings */
    boolean remove(TenantRecord record, TenantRecord useless) {
        if (!target.installations().commit(Commit.replace(record, useless))) {
            return false;
        }
        target.links().list(record.id()).forEach(target.links()::unlink);
        return target.installations()
                .commit(new Commit(record.id(), Optional.of(useless), Optional.empty(), Optional.empty(), List.of()));
    }
}

package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.util.List;
import java.util.Optional;

/** Passes everything on; what is to be broken overrides it. */
class PassingInstallations implements Installations {

    final Installations sound;

    PassingInstallations(Installations sound) {
        this.sound = sound;
    }

    @Override
    public Optional<TenantRecord> find(TenantId tenant) {
        return sound.find(tenant);
    }

    @Override
    public boolean commit(Commit change) {
        return sound.commit(change);
    }

    @Override
    public List<TenantRecord> page(Optional<TenantId> after, int limit) {
        return sound.page(after, limit);
    }

    /** Commits whatever is stored: what an unconditional write does. */
    final void force(Commit change) {
        boolean done = false;
        while (!done) {
            var stored = sound.find(change.tenant());
            var lost = stored.flatMap(TenantRecord::incarnation)
                    .filter(old ->
                            !change.next().flatMap(TenantRecord::incarnation).equals(Optional.of(old)));
            done = sound.commit(new Commit(change.tenant(), stored, change.next(), lost, change.seeds()));
        }
    }
}

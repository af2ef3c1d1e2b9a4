package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import java.util.List;
import java.util.Optional;

/** Passes everything on; what is to be broken overrides it. */
class PassingArchive implements Archive {

    final Archive sound;

    PassingArchive(Archive sound) {
        this.sound = sound;
    }

    @Override
    public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
        return sound.tenants(after, limit);
    }

    @Override
    public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
        return sound.settings(life, after, limit);
    }
}

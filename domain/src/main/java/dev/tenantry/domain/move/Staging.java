package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.util.Map;
import java.util.Optional;

/** What a tenant is while it is being written: its settings may be, and nobody can speak for it. */
final class Staging {

    private Staging() {}

    /** Returns the record under which the settings of a tenant are written. */
    static TenantRecord of(TenantRecord record) {
        var lifecycle = record.lifecycle();
        return record.with(Secrets.starting(Optional.empty()))
                .with(new Lifecycle(
                        TenantStatus.DISABLED,
                        lifecycle.installedAt(),
                        Optional.of(Lifecycle.NEVER),
                        lifecycle.uninstalledAt(),
                        Map.of()));
    }
}

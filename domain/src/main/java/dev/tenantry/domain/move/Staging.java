package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a tenant is while it is being written: its settings may be, and nobody can speak for it. */
final class Staging {

    /** A disabled tenant refuses every token that was issued before it was disabled; no token is issued after this. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

    private Staging() {}

    /** Returns the record under which the settings of a tenant are written. */
    static TenantRecord of(TenantRecord record) {
        var lifecycle = record.lifecycle();
        return record.with(Secrets.starting(Optional.empty()))
                .with(new Lifecycle(
                        TenantStatus.DISABLED,
                        lifecycle.installedAt(),
                        Optional.of(NEVER),
                        lifecycle.uninstalledAt(),
                        Map.of()));
    }
}

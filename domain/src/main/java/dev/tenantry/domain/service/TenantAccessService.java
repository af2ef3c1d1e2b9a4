package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.AccessTenants;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.out.Installations;

/** Finds the life that a tenant leads now; the fence of the store keeps a call from outliving it. */
public final class TenantAccessService implements AccessTenants {

    private final Installations installations;

    public TenantAccessService(Installations installations) {
        this.installations = installations;
    }

    @Override
    public Access asApp(TenantId tenant) {
        var record = installations.find(tenant).orElseThrow(() -> notFound("There is no such tenant."));
        var lifecycle = record.lifecycle();
        return record.life()
                .filter(life -> lifecycle.status().isInUse())
                .map(life -> new Access(life, new Caller.AppItself()))
                .orElseThrow(() -> notFound(
                        lifecycle.isAway() || lifecycle.isCopy()
                                ? "The tenant is not live here: its region changes, or has changed."
                                : "The tenant is not live: it has uninstalled the app."));
    }

    private static RejectedException notFound(String detail) {
        return new RejectedException(ErrorCode.NOT_FOUND, detail);
    }
}

package dev.tenantry.adapters.http.residency;

import dev.tenantry.adapters.http.auth.SignedRequests;
import dev.tenantry.adapters.http.lifecycle.TimeLimit;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import dev.tenantry.domain.port.in.MigrateResidency;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/**
 * {@code /dare-migration/…}: migrations of Connect tenants.
 *
 * <p>Source: Atlassian, "Data residency migrations" (Connect).
 */
@Path("dare-migration")
public final class ResidencyResource extends ResidencyRoutes {

    private final SignedRequests requests;
    private final AuthenticateTenant tenants;

    /** @param time how long the host is kept waiting, from when its call has been read */
    public ResidencyResource(
            SignedRequests requests, AuthenticateTenant tenants, MigrateResidency residency, TimeLimit time) {
        super(residency, time);
        this.requests = requests;
        this.tenants = tenants;
    }

    @Override
    Supplier<TenantId> caller(HttpServletRequest request) {
        var signed = requests.require(request);
        return () -> tenants.forMigration(signed);
    }
}

package dev.tenantry.adapters.http.residency;

import dev.tenantry.adapters.http.auth.InvocationTokens;
import dev.tenantry.adapters.http.lifecycle.TimeLimit;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.MigrateResidency;
import dev.tenantry.domain.port.in.ServeForge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/**
 * {@code /forge/dare-migration/…}: migrations of the tenant that the calling Forge installation is.
 *
 * <p>Source: Atlassian, "Support data residency realm migrations for Forge Remote".
 */
@Path("forge/dare-migration")
public final class ForgeResidencyResource extends ResidencyRoutes {

    private final ServeForge forge;

    /** @param time how long Forge is kept waiting, from when its call has been read */
    public ForgeResidencyResource(ServeForge forge, MigrateResidency residency, TimeLimit time) {
        super(residency, time);
        this.forge = forge;
    }

    @Override
    Supplier<TenantId> caller(HttpServletRequest request) {
        var token = InvocationTokens.require(request);
        return () -> forge.tenantOf(token);
    }
}

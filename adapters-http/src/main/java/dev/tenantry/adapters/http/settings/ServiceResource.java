package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.auth.ClaimedTenant;
import dev.tenantry.adapters.http.auth.ServiceToken;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.AccessTenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * {@code /service/tenants/{tenant}/settings[/{key}]} and {@code /service/settings[/{key}]?tenant=…}: the settings of any
 * tenant, for the app's own backend.
 */
@Path("{tenants: (tenants/[^/]+/)?}settings{name: (/[^/]*)?}")
public final class ServiceResource extends SettingsRoutes {

    private final ServiceToken token;
    private final AccessTenants tenants;

    public ServiceResource(ServiceToken token, AccessTenants tenants, SettingsExchange exchange) {
        super(exchange);
        this.token = token;
        this.tenants = tenants;
    }

    /** The caller has proven who it is: that the fence of the store closes in the middle is not the caller's fault. */
    @Override
    Response serve(HttpServletRequest request, SettingsExchange.Method method) {
        token.require(request);
        var name = ServiceName.of(request);
        var tenant = name.requireTenant();
        ClaimedTenant.note(request, tenant.value());
        var access = tenants.asApp(tenant);
        try {
            return method.serve(request, access, name.key());
        } catch (UnauthenticatedException ended) {
            throw new RejectedException(ErrorCode.NOT_FOUND, "The tenant has uninstalled the app just now.");
        }
    }

    @Override
    Optional<SettingKey> key(HttpServletRequest request) {
        return ServiceName.of(request).key();
    }
}

package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.auth.SignedRequests;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /api/settings} and {@code /api/settings/{key}}: the settings of the tenant that the token names. */
@Path("api/settings{name: (/[^/]*)?}")
public final class SettingsResource extends SettingsRoutes {

    private final SignedRequests requests;
    private final AuthenticateTenant tenants;

    public SettingsResource(SignedRequests requests, AuthenticateTenant tenants, SettingsExchange exchange) {
        super(exchange);
        this.requests = requests;
        this.tenants = tenants;
    }

    @Override
    Response serve(HttpServletRequest request, SettingsExchange.Method method) {
        var access = tenants.forApi(requests.require(request));
        return method.serve(request, access, key(request));
    }

    @Override
    Optional<SettingKey> key(HttpServletRequest request) {
        return SettingName.find(request);
    }
}

package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.auth.InvocationTokens;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.ServeForge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * {@code /forge/api/settings} and {@code /forge/api/settings/{key}}: the settings of the tenant that the calling Forge
 * installation is.
 */
@Path("forge/api/settings{name: (/[^/]*)?}")
public final class ForgeSettingsResource extends SettingsRoutes {

    private final ServeForge forge;

    public ForgeSettingsResource(ServeForge forge, SettingsExchange exchange) {
        super(exchange);
        this.forge = forge;
    }

    @Override
    Response serve(HttpServletRequest request, SettingsExchange.Method method) {
        var access = forge.access(InvocationTokens.require(request));
        return method.serve(request, access, key(request));
    }

    @Override
    Optional<SettingKey> key(HttpServletRequest request) {
        return SettingName.find(request);
    }
}

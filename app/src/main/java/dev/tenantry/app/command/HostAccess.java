package dev.tenantry.app.command;

import dev.tenantry.adapters.http.host.AppProperties;
import dev.tenantry.adapters.http.host.ForgeHostUsers;
import dev.tenantry.adapters.http.host.HostClient;
import dev.tenantry.adapters.http.host.SignedHostApi;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.port.out.ForgeUsers;
import dev.tenantry.domain.port.out.HostApi;
import dev.tenantry.domain.port.out.HostProperties;
import java.time.Clock;

/**
 * The host product, called as the configuration says.
 *
 * @param app who calls
 * @param client how
 * @param forgeUsers who they are that come through Forge
 */
public record HostAccess(App app, HostClient client, ForgeUsers forgeUsers) {

    /** Makes the client; nothing is called yet. */
    public static HostAccess of(TenantryConfiguration configuration, Clock clock) {
        var app = configuration.app().toApp();
        var timeout = configuration.host().timeout().toJavaDuration();
        var apiUrl = configuration.app().forge().apiUrl().value();
        return new HostAccess(
                app, new HostClient(app, timeout, clock), new ForgeHostUsers(app.product(), apiUrl, timeout));
    }

    /** Returns its API. */
    public HostApi api() {
        return new SignedHostApi(app.product(), client);
    }

    /**
     * Returns what it keeps for the app.
     *
     * @throws IllegalArgumentException if it keeps nothing for apps
     */
    public HostProperties properties() {
        return new AppProperties(app, client);
    }
}

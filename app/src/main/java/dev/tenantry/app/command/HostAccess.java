package dev.tenantry.app.command;

import dev.tenantry.adapters.http.host.AppProperties;
import dev.tenantry.adapters.http.host.HostClient;
import dev.tenantry.adapters.http.host.SignedHostApi;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.port.out.HostApi;
import dev.tenantry.domain.port.out.HostProperties;
import java.time.Clock;

/**
 * The host product, called as the configuration says.
 *
 * @param app who calls
 * @param client how
 */
public record HostAccess(App app, HostClient client) {

    /** Makes the client; nothing is called yet. */
    public static HostAccess of(TenantryConfiguration configuration, Clock clock) {
        var app = configuration.app().toApp();
        return new HostAccess(
                app, new HostClient(app, configuration.host().timeout().toJavaDuration(), clock));
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

package dev.tenantry.app.command;

import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.service.Mirror;
import io.dropwizard.core.setup.Bootstrap;
import java.time.Clock;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code reconcile}: brings the properties in all hosts in step with the settings of {@code settings.mirror}. */
public final class ReconcileCommand extends ConfigCommand {

    public ReconcileCommand() {
        super("reconcile", "Compares the properties in the hosts with settings.mirror, and repairs them");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        var declared = configuration.settings().toDeclared(new JsonSchemas());
        var keys = configuration.settings().mirroredKeys(declared);
        var host = HostAccess.of(configuration, Clock.systemUTC()).properties();
        var troubled = new TroubledTenants();
        try (var storage = OpenStorage.prepared(configuration)) {
            var result = new Mirror(storage, host, keys).reconcile(troubled);
            System.out.println(result.repaired() + " properties of " + result.tenants() + " tenants repaired; "
                    + result.secretless() + " tenants left out, because they share no secret with the app.");
        }
        troubled.requireNone();
    }
}

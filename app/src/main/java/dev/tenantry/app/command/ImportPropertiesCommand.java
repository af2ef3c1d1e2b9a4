package dev.tenantry.app.command;

import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.service.PropertyImport;
import io.dropwizard.core.setup.Bootstrap;
import java.time.Clock;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code import-properties}: makes settings of what the app kept in its hosts, where there are none yet. */
public final class ImportPropertiesCommand extends ConfigCommand {

    public ImportPropertiesCommand() {
        super("import-properties", "Makes settings of the app's properties in the hosts, where there are none yet");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        OpenStorage.requireWritable(configuration.storage());
        OpenStorage.requireWritable(configuration.storage());
        var declared = configuration.settings().toDeclared(new JsonSchemas());
        var policy = configuration.settings().toPolicy();
        var host = HostAccess.of(configuration, Clock.systemUTC()).properties();
        var troubled = new TroubledTenants();
        try (var storage = OpenStorage.prepared(configuration)) {
            var result = new PropertyImport(storage, host, policy, declared).importAll(troubled);
            System.out.println(result.imported() + " properties of " + result.tenants() + " tenants imported; "
                    + result.kept() + " left, because there is a setting; " + result.unfit()
                    + " left, because no setting may have that key or size; " + result.secretless()
                    + " tenants left out, because they share no secret with the app.");
        }
        troubled.requireNone();
    }
}

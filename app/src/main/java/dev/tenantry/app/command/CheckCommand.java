package dev.tenantry.app.command;

import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.config.TenantryConfiguration;
import io.dropwizard.core.setup.Bootstrap;
import java.time.Clock;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code check}: reads the configuration and says whether it makes sense; opens nothing. */
public final class CheckCommand extends ConfigCommand {

    public CheckCommand() {
        super("check", "Says whether a configuration makes sense");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        configuration.app().toApp();
        configuration.app().readDescriptorTemplate();
        configuration.encryption().toKeyset();
        var declared = configuration.settings().toDeclared(new JsonSchemas());
        if (!configuration.settings().mirroredKeys(declared).keys().isEmpty()) {
            HostAccess.of(configuration, Clock.systemUTC()).properties();
        }
        System.out.println("The configuration is fine.");
    }
}

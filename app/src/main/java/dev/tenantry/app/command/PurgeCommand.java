package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.service.PurgeService;
import io.dropwizard.core.setup.Bootstrap;
import java.time.Clock;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code purge}: removes the tenants whose retention has ended, as the server does by itself from time to time. */
public final class PurgeCommand extends ConfigCommand {

    public PurgeCommand() {
        super("purge", "Removes the tenants whose retention after an uninstall has ended");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        OpenStorage.requireWritable(configuration.storage());
        var retention = configuration.lifecycle().retention().toJavaDuration();
        try (var storage = OpenStorage.prepared(configuration)) {
            var result = new PurgeService(storage, retention, Clock.systemUTC()).purge();
            System.out.println(result.removed() + " of " + result.examined() + " tenants removed.");
        }
    }
}

package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code server}: serves until it is told to stop. */
public final class ServeCommand extends ServerCommand<TenantryConfiguration> {

    /** @param application what is served */
    public ServeCommand(Application<TenantryConfiguration> application) {
        super(application, "server", "Serves the app's callbacks and its settings API");
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        Complaint.print(failure, cli.getStdErr());
    }
}

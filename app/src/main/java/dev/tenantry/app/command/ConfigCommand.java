package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** A command on a configuration that starts no server. Its failures are one line, and its exit code is then 1. */
abstract class ConfigCommand extends ConfiguredCommand<TenantryConfiguration> {

    ConfigCommand(String name, String description) {
        super(name, description);
    }

    @Override
    protected Class<TenantryConfiguration> getConfigurationClass() {
        return TenantryConfiguration.class;
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        Complaint.print(failure, cli.getStdErr());
    }
}

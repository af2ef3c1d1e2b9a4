package dev.tenantry.app;

import dev.tenantry.app.command.CheckCommand;
import dev.tenantry.app.command.CopyCommand;
import dev.tenantry.app.command.ExportCommand;
import dev.tenantry.app.command.ExportForgeCommand;
import dev.tenantry.app.command.ImportAceCommand;
import dev.tenantry.app.command.ImportAcsbCommand;
import dev.tenantry.app.command.ImportCommand;
import dev.tenantry.app.command.ImportPropertiesCommand;
import dev.tenantry.app.command.LinksCommand;
import dev.tenantry.app.command.OpenStorage;
import dev.tenantry.app.command.PrepareCommand;
import dev.tenantry.app.command.PurgeCommand;
import dev.tenantry.app.command.ReconcileCommand;
import dev.tenantry.app.command.RotateEncryptionCommand;
import dev.tenantry.app.command.ServeCommand;
import dev.tenantry.app.config.EnvironmentSource;
import dev.tenantry.app.config.ExactNumbers;
import dev.tenantry.app.config.KeysetPath;
import dev.tenantry.app.config.SchemaFiles;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.simulate.SimulateCommand;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;

/** The program: what it can be told to do, and {@link Composition} for what it does as a server. */
public final class TenantryApplication extends Application<TenantryConfiguration> {

    /** Runs the command that the arguments name; exits with 1 if it fails. */
    public static void main(String[] arguments) throws Exception {
        new TenantryApplication().run(arguments);
    }

    @Override
    public String getName() {
        return "tenantry";
    }

    @Override
    public void initialize(Bootstrap<TenantryConfiguration> bootstrap) {
        var files = new EnvironmentSource(bootstrap.getConfigurationSourceProvider());
        bootstrap.setConfigurationSourceProvider(new KeysetPath(new SchemaFiles(files)));
        ExactNumbers.in(bootstrap.getObjectMapper());
    }

    @Override
    protected void addDefaultCommands(Bootstrap<TenantryConfiguration> bootstrap) {
        bootstrap.addCommand(new ServeCommand(this));
        bootstrap.addCommand(new CheckCommand());
        bootstrap.addCommand(new PrepareCommand());
        bootstrap.addCommand(new PurgeCommand());
        bootstrap.addCommand(new CopyCommand());
        bootstrap.addCommand(new ExportCommand());
        bootstrap.addCommand(new ImportCommand());
        bootstrap.addCommand(new ImportAceCommand());
        bootstrap.addCommand(new ImportAcsbCommand());
        bootstrap.addCommand(new ReconcileCommand());
        bootstrap.addCommand(new ImportPropertiesCommand());
        bootstrap.addCommand(new LinksCommand());
        bootstrap.addCommand(new ExportForgeCommand());
        bootstrap.addCommand(new RotateEncryptionCommand());
        bootstrap.addCommand(new SimulateCommand(this));
    }

    @Override
    public void run(TenantryConfiguration configuration, Environment environment) {
        var storage = OpenStorage.prepared(configuration);
        environment.lifecycle().manage(new AutoCloseableManager(storage));
        new Composition(configuration, environment, storage).serve();
    }
}

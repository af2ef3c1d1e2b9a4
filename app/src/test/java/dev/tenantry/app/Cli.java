package dev.tenantry.app;

import dev.tenantry.app.config.TenantryConfiguration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Runs commands in this process as {@code main} would, without the exit. */
public final class Cli {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    /** Returns whether the command succeeded. */
    public boolean run(String... arguments) {
        var application = new TenantryApplication();
        var bootstrap = new Bootstrap<TenantryConfiguration>(application);
        application.addDefaultCommands(bootstrap);
        application.initialize(bootstrap);
        var location = new JarLocation(TenantryApplication.class);
        return new io.dropwizard.core.cli.Cli(location, bootstrap, new ByteArrayOutputStream(), errors)
                .run(arguments)
                .isEmpty();
    }

    /** Returns what the commands printed to standard error. */
    public String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}

package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code prepare}: creates or upgrades what the backend needs; needed once for every backend but the embedded ones. */
public final class PrepareCommand extends ConfigCommand {

    public PrepareCommand() {
        super("prepare", "Creates or upgrades what the backend needs; safe to repeat");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        OpenStorage.requireWritable(configuration.storage());
        try (var storage = configuration.storage().open()) {
            var done = storage.prepare();
            done.forEach(System.out::println);
            storage.risks().forEach(risk -> System.out.println("Beware: " + risk));
            System.out.println(done.isEmpty() ? "Nothing was left to do." : "The storage is prepared.");
        }
    }
}

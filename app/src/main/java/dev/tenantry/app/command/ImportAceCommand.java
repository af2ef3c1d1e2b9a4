package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.foreign.AceTenants;
import dev.tenantry.app.foreign.ForeignDatabases;
import dev.tenantry.domain.move.AceAdoption;
import dev.tenantry.domain.move.ForeignImport;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code import-ace}: takes over what atlassian-connect-express stored. Without {@code --from} that is the configured
 * storage itself, whose tables are ACE's own; with it, everything is written into the configured storage.
 */
public final class ImportAceCommand extends ConfigCommand {

    public ImportAceCommand() {
        super("import-ace", "Takes over the tenants and settings of atlassian-connect-express; safe to repeat");
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        ForeignArguments.addTo(subparser);
        subparser
                .addArgument("--from")
                .metavar("URL")
                .help("where ACE's data is: jdbc:…, mongodb://host/database or redis://host:port; without it,"
                        + " the configured SQL storage is taken over where it is");
        subparser
                .addArgument("--from-table")
                .metavar("NAME")
                .setDefault("")
                .help("ACE's table or collection as the database calls it; AddonSettings if absent");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        OpenStorage.requireWritable(configuration.storage());
        var arguments = new ForeignArguments(namespace);
        if (arguments.hasSource()) {
            carryOver(arguments, configuration);
        } else {
            takeOver(arguments.mode().dryRun(), configuration.storage());
        }
    }

    private static void carryOver(ForeignArguments arguments, TenantryConfiguration configuration) {
        var place = arguments.place();
        try (var source = new AceTenants(ForeignDatabases.of(place.url()).ace(place), false);
                var target = OpenStorage.prepared(configuration)) {
            new ForeignRun(arguments.mode().dryRun(), report -> new ForeignImport(target, arguments.mode(), report))
                    .read(source);
        }
    }

    /**
     * Looks for ACE's tables before {@code prepare} would create those that are missing. Both sides see what is stored,
     * so what is sealed already stays as it is.
     */
    private static void takeOver(boolean dryRun, StorageFactory factory) {
        var rows = factory.aceInPlace()
                .orElseThrow(() -> new IllegalArgumentException(
                        "ACE's tables can be taken over where they are by storage.type sql only; say --from URL"));
        try (var source = new AceTenants(rows, true);
                var storage = factory.open()) {
            if (!dryRun) {
                storage.prepare().forEach(System.out::println);
            }
            new ForeignRun(dryRun, report -> new AceAdoption(storage, dryRun, report)).read(source);
        }
    }
}

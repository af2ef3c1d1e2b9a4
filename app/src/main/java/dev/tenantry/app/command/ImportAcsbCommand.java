package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.foreign.ForeignDatabases;
import dev.tenantry.domain.move.ForeignImport;
import io.dropwizard.core.setup.Bootstrap;
import java.time.DateTimeException;
import java.time.ZoneId;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code import-acsb}: writes the hosts of atlassian-connect-spring-boot into the configured storage. */
public final class ImportAcsbCommand extends ConfigCommand {

    public ImportAcsbCommand() {
        super("import-acsb", "Takes over the hosts of atlassian-connect-spring-boot; safe to repeat");
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        ForeignArguments.addTo(subparser);
        subparser
                .addArgument("--from")
                .metavar("URL")
                .required(true)
                .help(
                        "where its tables are: jdbc:postgresql:…, jdbc:mysql:…, jdbc:mariadb:…, jdbc:h2:… or jdbc:sqlite:…");
        subparser
                .addArgument("--zone")
                .setDefault(ZoneId.systemDefault().getId())
                .help(
                        "in which its server ran, such as Europe/Berlin: its tables keep local times; this machine's if absent");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        OpenStorage.requireWritable(configuration.storage());
        var arguments = new ForeignArguments(namespace);
        var place = arguments.place();
        var zone = zone(namespace.getString("zone"));
        try (var source = ForeignDatabases.of(place.url()).acsb(place, zone);
                var target = OpenStorage.prepared(configuration)) {
            new ForeignRun(arguments.mode().dryRun(), report -> new ForeignImport(target, arguments.mode(), report))
                    .read(source);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("--zone must be a time zone such as UTC or Europe/Berlin", unknown);
        }
    }
}

package dev.tenantry.app.command;

import dev.tenantry.adapters.http.kvs.ForgeKvs;
import dev.tenantry.adapters.http.kvs.JavaScriptJson;
import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.move.HostedMap;
import dev.tenantry.domain.hosted.Effort;
import dev.tenantry.domain.hosted.Fitting;
import dev.tenantry.domain.hosted.HostedBatch;
import dev.tenantry.domain.hosted.HostedExport;
import dev.tenantry.domain.hosted.HostedSettings;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Installations;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code export-forge}: copies one tenant's settings into the hosted storage of its Forge installation. */
public final class ExportForgeCommand extends ConfigCommand {

    public ExportForgeCommand() {
        super("export-forge", "Copies one tenant's settings into the hosted key-value store of its Forge installation");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.epilog(
                "Repeat it after a failure, or to catch up: only what differs is written, nothing is removed, and the"
                        + " source is only read. The token decides whose storage is written: it must come from a call of this very"
                        + " installation.");
        parser.addArgument("--tenant")
                .metavar("ID")
                .required(true)
                .help("its clientKey, or a Forge installation that is linked to it");
        parser.addArgument("--token-file")
                .metavar("FILE")
                .help("holds the x-forge-oauth-system token; - is standard input; without it, the variable "
                        + ForgeToken.VARIABLE + " does, or else the newest one that a server with encryption has kept");
        parser.addArgument("--map")
                .metavar("FILE")
                .help(
                        "gets a JSON line for each setting that fits: its key, its key on Forge, and in which store it is");
        var modes = parser.addMutuallyExclusiveGroup();
        modes.addArgument("--dry-run")
                .action(Arguments.storeTrue())
                .help("calls nobody; tells of each setting whether it fits, and how much there would be to do");
        modes.addArgument("--verify")
                .action(Arguments.storeTrue())
                .help("writes nothing and names every setting that Forge does not have as it is here");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration)
            throws IOException {
        var declared = configuration.settings().toDeclared(new JsonSchemas());
        var fitting =
                new Fitting(new JavaScriptJson(), key -> declared.secretive(key).isPresent());
        try (var storage = OpenStorage.asItIs(configuration, "source")) {
            var tenant = NamedTenant.record(storage, namespace.getString("tenant"));
            var life = tenant.life().orElseThrow();
            var settings = new HostedSettings(storage.archive(), fitting);
            var source = new Source(life, settings, storage.installations());
            if (namespace.getString("map") != null) {
                new HostedMap(settings).write(life, Path.of(namespace.getString("map")));
            }
            if (namespace.getBoolean("dry_run")) {
                rehearse(source);
            } else {
                var token = ForgeToken.read(Optional.ofNullable(namespace.getString("token_file")), tenant);
                var url = configuration.app().forge().storageUrl().value();
                export(source, namespace.getBoolean("verify"), new ForgeKvs(url, token, Clock.systemUTC()));
            }
        }
    }

    private static void rehearse(Source source) {
        var progress = MoveProgress.onTerminal();
        var effort = new Effort();
        var table = new HostedTable(System.out);
        Consumer<HostedBatch> told = batch -> batch.settings().forEach(table::print);
        source.settings.visit(
                source.life,
                told.andThen(effort),
                (name, reason) -> progress.report().skip(Thing.SETTING, "setting " + name, reason));
        source.requireLife();
        System.out.println(effort.settings() + " settings fit: at most " + effort.calls() + " calls, which write "
                + effort.units() + " units of 10 KB. Nobody was called.");
        if (!progress.report().isClean() || table.hasRounded()) {
            throw new UnfinishedException("not every setting would arrive as it is");
        }
    }

    private static void export(Source source, boolean isOnlyVerified, ForgeKvs store) {
        var progress = MoveProgress.onTerminal();
        var export = new HostedExport(source.settings, store, progress::tick);
        if (isOnlyVerified) {
            export.verify(source.life, progress.report());
        } else {
            export.export(source.life, progress.report());
        }
        System.out.println(progress.sum());
        source.requireLife();
        if (!progress.report().isClean()) {
            throw new UnfinishedException("Forge does not have every setting as it is here");
        }
        System.out.println("Read back from Forge, every setting is as it is here.");
    }

    /** What is exported: the settings of one life of a tenant, and what tells whether it goes on. */
    private record Source(Life life, HostedSettings settings, Installations installations) {

        /** Nothing can be read of a life that is over, and so nothing of it seems to be missing. */
        void requireLife() {
            var now = installations.find(life.tenant()).flatMap(TenantRecord::life);
            if (!now.equals(Optional.of(life))) {
                throw new UnfinishedException("tenant " + life.tenant()
                        + " ended or began anew meanwhile, and not all of its settings may have been read");
            }
        }
    }
}

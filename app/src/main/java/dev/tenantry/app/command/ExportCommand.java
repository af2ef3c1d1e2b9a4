package dev.tenantry.app.command;

import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.move.Export;
import dev.tenantry.app.move.OutputFile;
import io.dropwizard.core.setup.Bootstrap;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code export}: writes all tenants into a file. */
public final class ExportCommand extends ConfigCommand {

    public ExportCommand() {
        super("export", "Writes all tenants with their links and settings into a file of JSON lines");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("output")
                .metavar("FILE")
                .help("packed if its name ends in .gz; replaced if it exists; - is standard output");
        parser.addArgument("--with-secrets")
                .action(Arguments.storeTrue())
                .help(
                        "writes the tenants' secrets too, in the clear; without them an imported tenant waits for its next"
                                + " installed callback");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration)
            throws IOException {
        boolean withSecrets = namespace.getBoolean("with_secrets");
        requireNoSecrets(withSecrets, configuration);
        var output = namespace.getString("output");
        var standard = System.out;
        var words = output.equals("-") ? System.err : standard;
        var progress = MoveProgress.onTerminal();
        // What is logged must not end up between the lines.
        System.setOut(words);
        try (var storage = OpenStorage.asItIs(configuration, "storage")) {
            var export = new Export(storage, progress.report(), progress::tick);
            OutputFile.Content content = out -> export.write(out, withSecrets);
            if (output.equals("-")) {
                write(content, standard);
            } else {
                new OutputFile(Path.of(output)).write(content);
            }
        } finally {
            System.setOut(standard);
        }
        words.println(progress.sum());
        if (!progress.report().isClean()) {
            throw new UnfinishedException("not everything was exported");
        }
    }

    /** Without them a file would either show what the API conceals, or lose it on the way back. */
    private static void requireNoSecrets(boolean withSecrets, TenantryConfiguration configuration) {
        if (!withSecrets
                && configuration.settings().toDeclared(new JsonSchemas()).haveSecrets()) {
            throw new IllegalArgumentException(
                    "settings.definitions has secret members, which only an export --with-secrets carries");
        }
    }

    private static void write(OutputFile.Content content, PrintStream standard) throws IOException {
        var out = new BufferedOutputStream(standard, 1 << 16);
        content.writeTo(out);
        out.flush();
        if (standard.checkError()) {
            throw new UnfinishedException("nobody reads what is written to standard output");
        }
    }
}

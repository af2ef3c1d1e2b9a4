package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.move.Import;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code import}: writes the tenants of a file into the backend. */
public final class ImportCommand extends ConfigCommand {

    public ImportCommand() {
        super("import", "Writes the tenants of an exported file into the backend; safe to repeat");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("input").metavar("FILE").help("unpacked if its name ends in .gz; - is standard input");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration)
            throws IOException {
        OpenStorage.requireWritable(configuration.storage());
        var input = namespace.getString("input");
        int maxValueBytes = configuration.settings().toPolicy().maxValueBytes();
        var progress = MoveProgress.onTerminal();
        boolean hasSecrets;
        try (var in = open(input);
                var storage = OpenStorage.prepared(configuration)) {
            hasSecrets = new Import(storage, progress.report(), progress::tick).read(in, maxValueBytes);
        }
        System.out.println(progress.sum());
        if (!hasSecrets) {
            System.out.println(
                    "The file has no secrets: tenants that are new here can be used after their next installed"
                            + " callback.");
        }
        if (!progress.report().isClean()) {
            throw new UnfinishedException("not everything was imported");
        }
    }

    private static InputStream open(String input) throws IOException {
        if (input.equals("-")) {
            return System.in;
        }
        var file = Files.newInputStream(Path.of(input));
        if (!input.endsWith(".gz")) {
            return file;
        }
        try {
            return new GZIPInputStream(file, 1 << 16);
        } catch (ZipException malformed) {
            file.close();
            throw new IllegalArgumentException(input + " is not packed by gzip", malformed);
        }
    }
}

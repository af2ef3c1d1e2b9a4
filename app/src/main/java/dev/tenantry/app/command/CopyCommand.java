package dev.tenantry.app.command;

import dev.tenantry.domain.move.CopyService;
import dev.tenantry.domain.port.in.CopyTenants.Task;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code copy}: makes one configuration's backend hold what another one's holds. */
public final class CopyCommand extends PlainCommand {

    private static final int PASSES = 3;
    private static final int THREADS = 4;

    public CopyCommand() {
        super("copy", "Copies all tenants from one configuration's backend to another's, or compares them");
    }

    @Override
    public void configure(Subparser parser) {
        parser.epilog(
                "Repeat it after a crash, or to catch up with a source that is in use: only what differs is written."
                        + " Each file must hold its own storage.type and storage.url; -Ddw.… is not applied.");
        parser.addArgument("from").metavar("FROM.yml").help("the source, which is only read");
        parser.addArgument("to").metavar("TO.yml").help("the target, which must be prepared and not in use");
        parser.addArgument("--dry-run")
                .action(Arguments.storeTrue())
                .help("writes nothing and says how much would be written");
        parser.addArgument("--verify").action(Arguments.storeTrue()).help("writes nothing and names every difference");
        parser.addArgument("--delete")
                .action(Arguments.storeTrue())
                .help("removes tenants from the target that the source does not have");
        parser.addArgument("--passes")
                .type(Integer.class)
                .choices(Arguments.range(1, 1000))
                .setDefault(PASSES)
                .help("the most passes, each of which catches up with the source; it ends with the first that finds"
                        + " nothing to do");
        parser.addArgument("--parallel")
                .type(Integer.class)
                .choices(Arguments.range(1, 64))
                .setDefault(THREADS)
                .help("how many tenants are worked on at the same time, " + THREADS + " if not given; no more than"
                        + " storage.pool.maxSize of either side");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
        var from = ConfigFile.read(bootstrap, namespace.getString("from"));
        var to = ConfigFile.read(bootstrap, namespace.getString("to"));
        if (from.place().equals(to.place())) {
            throw new IllegalArgumentException("source and target are the same storage; if both files take it from the"
                    + " same environment variable, write it into the files");
        }
        var task = task(namespace);
        if (task == Task.COPY) {
            OpenStorage.requireWritable(to.configuration().storage());
        }
        try (var source = OpenStorage.asItIs(from.configuration(), "source");
                var target = task == Task.COPY
                        ? OpenStorage.prepared(to.configuration())
                        : OpenStorage.asItIs(to.configuration(), "target")) {
            var last = run(task, source, target, namespace);
            if (!last.isClean()) {
                throw new UnfinishedException("not everything is the same on both sides; " + last.summary());
            }
            System.out.println(conclusion(task, last, from.isReadOnly()));
        }
    }

    private static Task task(Namespace namespace) {
        if (namespace.getBoolean("verify")) {
            return Task.VERIFY;
        }
        return namespace.getBoolean("dry_run") ? Task.TRIAL : Task.COPY;
    }

    /** Returns the report of the last pass. */
    private static MoveReport run(Task task, Storage source, Storage target, Namespace namespace) {
        int passes = task == Task.COPY ? namespace.getInt("passes") : 1;
        MoveProgress progress;
        int pass = 0;
        do {
            progress = MoveProgress.onTerminal();
            var delete = namespace.getBoolean("delete");
            new CopyService(source, target, delete, namespace.getInt("parallel"), progress::tick)
                    .pass(task, progress.report());
            pass++;
            System.out.println("pass " + pass + ": " + progress.sum());
        } while (pass < passes && progress.report().hasChanges());
        return progress.report();
    }

    private static String conclusion(Task task, MoveReport last, boolean isReadOnly) {
        if (task == Task.TRIAL) {
            return "This was a trial; nothing was written.";
        }
        if (last.hasChanges()) {
            return "The last pass still found differences. Copy again to see whether any are left.";
        }
        return isReadOnly
                ? "Both sides are the same and nobody writes to the source: nothing was lost."
                : "Both sides were the same when they were looked at. Nobody can say so of a source that is in use: set"
                        + " storage.readOnly there and copy once more.";
    }
}

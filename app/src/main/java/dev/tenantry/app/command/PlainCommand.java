package dev.tenantry.app.command;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import net.sourceforge.argparse4j.inf.Namespace;

/** A command without a configuration. Its failures are one line, and its exit code is then 1. */
public abstract class PlainCommand extends Command {

    protected PlainCommand(String name, String description) {
        super(name, description);
    }

    @Override
    public final void onError(Cli cli, Namespace namespace, Throwable failure) {
        Complaint.print(failure, cli.getStdErr());
    }
}

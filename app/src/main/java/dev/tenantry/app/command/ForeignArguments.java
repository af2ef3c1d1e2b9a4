package dev.tenantry.app.command;

import dev.tenantry.domain.move.ForeignImport.Mode;
import dev.tenantry.domain.port.out.ForeignDatabase.Place;
import java.util.Objects;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** What the commands that import from other frameworks are told. A password is told by the environment only. */
record ForeignArguments(Namespace namespace) {

    private static final String PASSWORD = "TENANTRY_FROM_PASSWORD";

    /** Adds what all of these commands take. */
    static void addTo(Subparser parser) {
        parser.addArgument("--from-user")
                .metavar("NAME")
                .setDefault("")
                .help("who connects to the source; the password is taken from the variable " + PASSWORD);
        parser.addArgument("--dry-run")
                .action(Arguments.storeTrue())
                .help("say what would be done, and change nothing of any tenant");
        parser.addArgument("--replace")
                .action(Arguments.storeTrue())
                .help("where both sides know equally much and differ, take what the source says");
    }

    boolean hasSource() {
        return namespace.getString("from") != null;
    }

    Place place() {
        return new Place(text("from"), text("from_user"), environment(), text("from_table"));
    }

    Mode mode() {
        return new Mode(namespace.getBoolean("dry_run"), namespace.getBoolean("replace"));
    }

    private String text(String name) {
        return Objects.requireNonNullElse(namespace.getString(name), "");
    }

    private static String environment() {
        return Objects.requireNonNullElse(System.getenv(PASSWORD), "");
    }
}

package dev.tenantry.domain.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Notes which servers the tests ran on, a file for each; the last step of the build prints the notes of all modules. */
public final class ServersReport {

    /** Surefire names the module's folder; elsewhere it is the working directory. */
    private static final Path FOLDER = Path.of(System.getProperty("basedir", ""), "target", "servers");

    private ServersReport() {}

    /** Notes that a server was started: what it is, its version, and whether it is the real one. */
    public static void ran(String server, String which) {
        write(server, server + " " + which);
    }

    /** Notes that there was no such server, so that its tests were skipped. */
    public static void skipped(String server, String why) {
        write(server, server + ": skipped, " + why);
    }

    private static void write(String server, String line) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(server + ".txt"), line + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

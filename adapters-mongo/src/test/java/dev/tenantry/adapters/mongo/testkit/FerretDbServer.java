package dev.tenantry.adapters.mongo.testkit;

import dev.tenantry.domain.testkit.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real FerretDB on SQLite: another implementation of MongoDB's protocol, in a process of its own. */
public final class FerretDbServer implements AutoCloseable {

    private static final Program PROGRAM = new Program("ferretdb", "TENANTRY_TEST_FERRETDB");
    private static final Pattern STARTING = Pattern.compile("Starting FerretDB v([0-9.]*[0-9])");
    private static final Pattern LISTENING = Pattern.compile("Listening on TCP (127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final String address;

    private FerretDbServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns whether there is a ferretdb, or must be one; notes its absence for the report. */
    public static boolean isWanted() {
        return PROGRAM.isWanted();
    }

    /**
     * Starts a server that keeps its data and its log in this folder.
     *
     * @param port 0 for a free one
     */
    public static FerretDbServer start(Path folder, int port) {
        try {
            var process = new ProcessBuilder(
                            PROGRAM.command(),
                            "--handler=sqlite",
                            "--sqlite-url=file:" + folder + "/",
                            "--state-dir=" + folder,
                            "--listen-addr=127.0.0.1:" + port,
                            "--debug-addr=-",
                            "--telemetry=disable",
                            "--log-level=INFO")
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new FerretDbServer(process, addressIn(process.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the line that tells the address, and lets a thread read the rest so that the server never waits for us. */
    private static String addressIn(BufferedReader log) {
        var said = new StringBuilder();
        for (var line = readLine(log); line != null; line = readLine(log)) {
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                var version = STARTING.matcher(said);
                PROGRAM.runs(version.find() ? version.group(1) : "of unknown version");
                var rest = new Thread(() -> log.lines().forEach(ignored -> {}), "ferretdb-log");
                rest.setDaemon(true);
                rest.start();
                return listening.group(1);
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("ferretdb did not start: " + said);
    }

    private static @Nullable String readLine(BufferedReader log) {
        try {
            return log.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address, without a database. */
    public String url() {
        return "mongodb://" + address;
    }

    /** Returns where it listens. */
    public int port() {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    /** Kills it, as a power failure would. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

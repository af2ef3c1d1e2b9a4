package dev.tenantry.adapters.mongo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real FerretDB on SQLite: another implementation of MongoDB's protocol, in a process of its own. */
final class FerretDbServer implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on TCP (127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final String address;

    private FerretDbServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns whether the program is there, or must be. */
    static boolean isWanted() {
        return Boolean.parseBoolean(System.getenv("TENANTRY_TEST_REQUIRE_ALL"))
                || program().isPresent();
    }

    /** Looks where TENANTRY_TEST_FERRETDB says, on the path, and where {@code go install} puts programs. */
    private static Optional<Path> program() {
        var named = Optional.ofNullable(System.getenv("TENANTRY_TEST_FERRETDB")).map(Path::of);
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var installed = Path.of(System.getProperty("user.home"), "go", "bin", "ferretdb");
        var found = Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, "ferretdb"));
        return Stream.of(named.stream(), found, Stream.of(installed))
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a server that keeps its data and its log in this folder.
     *
     * @param port 0 for a free one
     */
    static FerretDbServer start(Path folder, int port) {
        var program = program()
                .orElseThrow(() -> new IllegalStateException(
                        "no ferretdb: see .ci/run for how to install it, or name it in TENANTRY_TEST_FERRETDB"));
        try {
            var process = new ProcessBuilder(
                            program.toString(),
                            "--handler=sqlite",
                            "--sqlite-url=file:" + folder + "/",
                            "--state-dir=" + folder,
                            "--listen-addr=127.0.0.1:" + port,
                            "--debug-addr=-",
                            "--telemetry=disable",
                            "--log-level=INFO")
                    .redirectErrorStream(true)
                    .start();
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

    String url() {
        return "mongodb://" + address;
    }

    int port() {
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

package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.testkit.Wait;
import io.dropwizard.testing.ResourceHelpers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Tenantry as an operator runs it: a process of its own on the shipped configuration, set up by variables alone. */
public final class TenantryProcess implements AutoCloseable {

    /** The base URL that all servers of the tests have in common, as those behind one proxy have. */
    public static final URI BASE_URL = URI.create("https://tenantry.example.com");

    private static final Pattern LISTENING = Pattern.compile("Started application@.*\\{127\\.0\\.0\\.1:(\\d+)}");

    /** Small and quick to start: several of them share a machine with their database. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            // Jetty tells the port that it took, at a level that is off as shipped.
            "-Ddw.logging.loggers.org\\.eclipse\\.jetty=INFO",
            // A busy machine takes longer than an operator would let it.
            "-Ddw.storage.timeout=9s",
            "-Ddw.server.applicationConnectors[0].minRequestDataPerSecond=0B");

    private final Process process;
    private final Path log;

    private TenantryProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Prepares the storage that the variables name, and fails if that fails. */
    public static void prepare(Path folder, Map<String, String> variables) throws Exception {
        try (var prepare = launch("prepare", folder, variables)) {
            boolean ended = prepare.process.waitFor(60, TimeUnit.SECONDS);
            assertThat(ended && prepare.process.exitValue() == 0)
                    .as(prepare.log())
                    .isTrue();
        }
    }

    /** Starts a server on free loopback ports and waits until it listens. */
    public static TenantryProcess start(Path folder, Map<String, String> variables) throws IOException {
        var server = launch("server", folder, variables);
        Wait.until("the server to listen", () -> server.port().isPresent() || !server.process.isAlive());
        assertThat(server.port()).as(server.log()).isPresent();
        return server;
    }

    private static TenantryProcess launch(String command, Path folder, Map<String, String> variables)
            throws IOException {
        var log = Files.createTempFile(folder, command, ".log");
        var builder = new ProcessBuilder(new ArrayList<>(JAVA));
        builder.command()
                .addAll(List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        TenantryApplication.class.getName(),
                        command,
                        ResourceHelpers.resourceFilePath("config.yml")));
        builder.environment().putAll(Map.of("TENANTRY_PORT", "0", "TENANTRY_ADMIN_PORT", "0"));
        builder.environment().put("TENANTRY_BASE_URL", BASE_URL.toString());
        builder.environment().putAll(variables);
        return new TenantryProcess(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    private Optional<Integer> port() {
        return LISTENING
                .matcher(log())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    /** Returns where the application listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port().orElseThrow());
    }

    /** Returns all that it has printed. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process and waits for its end. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.tenantry.adapters.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.SafeEncoder;

/**
 * A real redis-server of the tests' own, on a free port of 127.0.0.1. It writes every change to disk before it answers,
 * in a temporary folder that a restart finds again, and ends with the JVM.
 */
final class RedisServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    /** Cluster needs the port that is 10000 higher as well. */
    private static final int HIGHEST_PORT = 55_535;

    private final List<String> command = new ArrayList<>();
    private final int port = freePort();
    private Process process;

    private RedisServer(Path folder, List<String> options) {
        command.add(program().orElseThrow(() -> new IllegalStateException("there is no redis-server")));
        command.addAll(options);
        command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1", "--dir", folder.toString()));
        process = launch(List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kill();
            remove(folder);
        }));
    }

    /** Starts a server and waits until it answers; later options win. */
    static RedisServer start(String... options) {
        var all = new ArrayList<>(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "always"));
        all.addAll(List.of(options));
        return new RedisServer(newFolder(), all);
    }

    /** Starts a Sentinel that decides alone about the server that it calls {@code tenants}. */
    static RedisServer sentinelOf(RedisServer master) {
        var folder = newFolder();
        var file = folder.resolve("sentinel.conf");
        var watch = "sentinel monitor tenants 127.0.0.1 " + master.port + " 1\n"
                + "sentinel down-after-milliseconds tenants 500\nsentinel failover-timeout tenants 5000\n";
        try {
            Files.writeString(file, watch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RedisServer(folder, List.of(file.toString(), "--sentinel"));
    }

    /** Returns whether there is a redis-server, or must be one. */
    static boolean isWanted() {
        return Boolean.parseBoolean(System.getenv("TENANTRY_TEST_REQUIRE_ALL"))
                || program().isPresent();
    }

    /** Returns the program that TENANTRY_TEST_REDIS names, or the one on the PATH. */
    static Optional<String> program() {
        var named = Optional.ofNullable(System.getenv("TENANTRY_TEST_REDIS")).stream();
        var onPath = Arrays.stream(System.getenv("PATH").split(":")).map(folder -> folder + "/redis-server");
        return Stream.concat(named, onPath)
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    int port() {
        return port;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Returns the answer to a command, texts as such. */
    Object ask(Protocol.Command name, String... arguments) {
        try (var connection = new Connection("127.0.0.1", port)) {
            var command = new CommandArguments(name);
            List.of(arguments).forEach(command::add);
            return SafeEncoder.encodeObject(connection.executeCommand(command));
        }
    }

    /** Kills the server, so that it has no time to save anything. */
    void kill() {
        try {
            process.destroyForcibly().waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the server and starts it again on the same files. */
    void restart(String... more) {
        kill();
        process = launch(List.of(more));
    }

    /** Lets the server hang, or go on. */
    void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            kill.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch(List<String> more) {
        try {
            var all = Stream.concat(command.stream(), more.stream()).toList();
            var launched = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Wait.until(START_LIMIT, "redis-server to answer", () -> answers(launched));
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers(Process launched) {
        if (!launched.isAlive()) {
            throw new IllegalStateException("redis-server ended: " + String.join(" ", command));
        }
        try (var connection = new Connection("127.0.0.1", port)) {
            return connection.ping();
        } catch (JedisException notYet) {
            return false;
        }
    }

    /** Returns a port that is free now. */
    static int freePort() {
        for (int n = 0; n < 1000; n++) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() <= HIGHEST_PORT) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no port is free below " + HIGHEST_PORT);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("tenantry-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

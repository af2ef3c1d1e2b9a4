package dev.tenantry.adapters.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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

    private RedisServer(List<String> options) {
        var folder = newFolder();
        command.addAll(List.of(program().orElseThrow(), "--port", String.valueOf(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", folder.toString(), "--save", ""));
        command.addAll(List.of("--appendonly", "yes", "--appendfsync", "always"));
        command.addAll(options);
        process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** Starts a server and waits until it answers. */
    static RedisServer start(String... options) {
        return new RedisServer(List.of(options));
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
    void restart() {
        kill();
        process = launch();
    }

    private Process launch() {
        try {
            var launched = new ProcessBuilder(command)
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
            var folder = Files.createTempDirectory("tenantry-redis");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

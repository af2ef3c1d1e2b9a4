package dev.tenantry.adapters.redis.testkit;

import dev.tenantry.domain.testkit.Program;
import dev.tenantry.domain.testkit.Scratch;
import dev.tenantry.domain.testkit.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
public final class RedisServer implements RedisServers {

    /** What a Sentinel calls the server that it watches. */
    static final String WATCHED = "tenants";

    private static final Program PROGRAM = new Program("redis-server", "TENANTRY_TEST_REDIS");
    private static final Pattern VERSION = Pattern.compile("redis_version:(\\S+)");
    private static final long END_SECONDS = 20;

    /** Cluster needs the port that is 10000 higher as well. */
    private static final int HIGHEST_PORT = 55_535;

    private final List<String> command = new ArrayList<>();
    private final int port = freePort();
    private Process process;

    private RedisServer(Path folder, List<String> options) {
        command.add(PROGRAM.command());
        command.addAll(options);
        command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1", "--dir", folder.toString()));
        process = launch(List.of());
        Scratch.atExit(this::kill, folder);
    }

    /** Starts a server and waits until it answers; later options win. */
    public static RedisServer start(String... options) {
        var all = new ArrayList<>(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "always"));
        all.addAll(List.of(options));
        var server = new RedisServer(Scratch.newFolder("redis"), all);
        var info = VERSION.matcher(String.valueOf(server.ask(Protocol.Command.INFO, "server")));
        PROGRAM.runs(info.find() ? info.group(1) : "of unknown version");
        return server;
    }

    /** Starts a Sentinel that decides alone about this server. */
    static RedisServer sentinelOf(RedisServer master) {
        var folder = Scratch.newFolder("sentinel");
        var file = folder.resolve("sentinel.conf");
        var watch = """
                sentinel monitor %1$s 127.0.0.1 %2$d 1
                sentinel down-after-milliseconds %1$s 500
                sentinel failover-timeout %1$s 5000
                """;
        try {
            Files.writeString(file, watch.formatted(WATCHED, master.port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RedisServer(folder, List.of(file.toString(), "--sentinel"));
    }

    /** Returns whether there is a redis-server, or must be one; notes its absence for the report. */
    public static boolean isWanted() {
        return PROGRAM.isWanted();
    }

    /** Returns where it listens, now and after each restart. */
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Returns the answer to a command, texts as such. */
    public Object ask(Protocol.Command name, String... arguments) {
        try (var connection = new Connection("127.0.0.1", port)) {
            var command = new CommandArguments(name);
            List.of(arguments).forEach(command::add);
            return SafeEncoder.encodeObject(connection.executeCommand(command));
        }
    }

    @Override
    public void kill() {
        try {
            process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void restart() {
        restartWith();
    }

    /** Kills the server and starts it again on the same files, with these options besides its own. */
    void restartWith(String... more) {
        kill();
        process = launch(List.of(more));
    }

    /** Lets the server hang, or go on. */
    public void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            kill.waitFor(END_SECONDS, TimeUnit.SECONDS);
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
            Wait.until("redis-server to answer", () -> answers(launched));
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

    private static int freePort() {
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
}

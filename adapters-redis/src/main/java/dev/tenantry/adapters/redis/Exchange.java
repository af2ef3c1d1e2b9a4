package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The steps of one call. An answer that tells that nothing was done, because another server has the keys now or the
 * Cluster is being rearranged, is followed until the time is over.
 */
final class Exchange {

    private final Connections connections;
    private final Semaphore turns;
    private final int waitReplicas;
    private final Deadline deadline;

    /**
     * @param turns lets so many steps run at the same moment
     * @param waitReplicas how many replicas must have a write
     */
    Exchange(Connections connections, Semaphore turns, int waitReplicas, Deadline deadline) {
        this.connections = connections;
        this.turns = turns;
        this.waitReplicas = waitReplicas;
        this.deadline = deadline;
    }

    @Nullable
    Object read(Command command) {
        return follow(command, 0);
    }

    @Nullable
    Object write(Command command) {
        return follow(command, waitReplicas);
    }

    /** Sends commands that the same server can answer, and then reads the answers. */
    List<@Nullable Object> readTogether(List<Command> commands) {
        var first = commands.get(0).arguments();
        var answers = inTurn(() -> {
            try (var connection = connections.lend(first)) {
                connection.setSoTimeout(deadline.millisToAnswer());
                commands.forEach(command -> connection.sendCommand(command.arguments()));
                return connection.getMany(commands.size());
            }
        });
        var complete = new ArrayList<@Nullable Object>();
        for (int n = 0; n < commands.size(); n++) {
            var answer = answers.get(n);
            complete.add(answer instanceof JedisDataException ? read(commands.get(n)) : answer);
        }
        return complete;
    }

    List<Answer> readEverywhere(CommandArguments command) {
        return inTurn(() -> connections.lendEach(connection -> {
            var server = String.valueOf(connection.getHostAndPort());
            return new Answer(server, send(connection, command));
        }));
    }

    private @Nullable Object follow(Command command, int replicas) {
        var asked = Optional.<HostAndPort>empty();
        while (true) {
            var node = asked;
            try {
                return inTurn(() -> attempt(command, node, replicas));
            } catch (JedisAskDataException e) {
                asked = Optional.of(e.getTargetNode());
            } catch (JedisDataException e) {
                if (!isUndone(e) || deadline.nanosToBegin() <= 0) {
                    throw e;
                }
                asked = Optional.empty();
                deadline.pause();
            }
        }
    }

    /** @param asked to which server the keys are on their way, if another one said so; it answers once if told */
    private @Nullable Object attempt(Command command, Optional<HostAndPort> asked, int replicas) {
        try (var connection = asked.map(connections::lend).orElseGet(() -> connections.lend(command.arguments()))) {
            try {
                var answer = run(connection, command, asked.isPresent());
                awaitReplicas(connection, replicas);
                return answer;
            } catch (JedisMovedDataException e) {
                connections.redraw(connection);
                throw e;
            }
        }
    }

    private @Nullable Object run(Connection connection, Command command, boolean asking) {
        try {
            return send(connection, command.arguments(), asking);
        } catch (JedisNoScriptException e) {
            return send(connection, command.full().get(), asking);
        }
    }

    private @Nullable Object send(Connection connection, CommandArguments command, boolean asking) {
        if (asking) {
            send(connection, new CommandArguments(Protocol.Command.ASKING));
        }
        return send(connection, command);
    }

    private @Nullable Object send(Connection connection, CommandArguments command) {
        connection.setSoTimeout(deadline.millisToAnswer());
        connection.sendCommand(command);
        return connection.getOne();
    }

    private void awaitReplicas(Connection connection, int wanted) {
        if (wanted == 0) {
            return;
        }
        int patience = Math.max(1, deadline.millisToAnswer() - Deadline.MILLIS_TO_TELL);
        var wait = new CommandArguments(Protocol.Command.WAIT).add(wanted).add(patience);
        if (!(send(connection, wait) instanceof Long replicas) || replicas < wanted) {
            throw new StorageException("a write did not reach " + wanted + " replicas in time: it may be lost");
        }
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> step) {
        try {
            if (deadline.nanosToBegin() <= 0 || !turns.tryAcquire(deadline.nanosToBegin(), TimeUnit.NANOSECONDS)) {
                throw new StorageException("the time for the call is over: Redis is slow, or too many others call");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("wait for a connection", e);
        }
        try {
            return step.get();
        } finally {
            turns.release();
        }
    }

    private static boolean isUndone(JedisDataException failure) {
        var message = String.valueOf(failure.getMessage());
        return failure instanceof JedisMovedDataException
                || message.startsWith("TRYAGAIN")
                || message.startsWith("CLUSTERDOWN");
    }
}

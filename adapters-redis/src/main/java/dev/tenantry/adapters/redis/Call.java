package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One call of the domain: a few steps within the timeout. The one place where a failure of Redis becomes a
 * {@link StorageException}.
 *
 * <p>A read whose connection was broken is tried once more. A write is not: it may have happened.
 */
final class Call {

    private final Connections connections;
    private final Exchange exchange;
    private final String doing;

    /** @param doing what to say was being done, should it fail */
    Call(Connections connections, Exchange exchange, String doing) {
        this.connections = connections;
        this.exchange = exchange;
        this.doing = doing;
    }

    /** Returns the answer to a command that changes nothing. */
    @Nullable
    Object read(Command command) {
        return translate(() -> twice(() -> exchange.read(command)));
    }

    /** Returns the answer to a command, once as many replicas as are wanted have what it changed. */
    @Nullable
    Object write(Command command) {
        return translate(() -> once(() -> exchange.write(command)));
    }

    /** Returns the answers to commands that change nothing, in their order; one round trip for each server. */
    List<@Nullable Object> readAll(List<Command> commands) {
        return translate(() -> {
            var answers = new @Nullable Object[commands.size()];
            var places = new LinkedHashMap<Object, List<Integer>>();
            for (int n = 0; n < commands.size(); n++) {
                var place = connections.placeOf(commands.get(n).arguments());
                places.computeIfAbsent(place, absent -> new ArrayList<>()).add(n);
            }
            places.values().forEach(numbers -> {
                var together = numbers.stream().map(commands::get).toList();
                var replies = twice(() -> exchange.readTogether(together));
                for (int n = 0; n < replies.size(); n++) {
                    answers[numbers.get(n)] = replies.get(n);
                }
            });
            return Arrays.asList(answers);
        });
    }

    /** Returns what each server that takes writes answers. */
    List<Answer> readEverywhere(CommandArguments command) {
        return translate(() -> twice(() -> exchange.readEverywhere(command)));
    }

    private <T extends @Nullable Object> T translate(Supplier<T> steps) {
        try {
            return steps.get();
        } catch (JedisException e) {
            throw new StorageException(doing, e);
        }
    }

    private <T extends @Nullable Object> T twice(Supplier<T> step) {
        try {
            return once(step);
        } catch (JedisConnectionException e) {
            if (isLate(e)) {
                throw e;
            }
            return once(step);
        }
    }

    private <T extends @Nullable Object> T once(Supplier<T> step) {
        try {
            return step.get();
        } catch (JedisConnectionException e) {
            connections.forget();
            throw e;
        }
    }

    private static boolean isLate(JedisConnectionException failure) {
        return failure.getCause() instanceof SocketTimeoutException;
    }
}

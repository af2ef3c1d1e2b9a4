package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * What the servers' configuration does to data that was acknowledged.
 *
 * <p>Source: https://redis.io/docs/latest/operate/oss_and_stack/management/persistence and …/reference/eviction.
 */
final class Durability {

    private static final Pattern NO_AOF = Pattern.compile("(?m)^aof_enabled:0");
    private static final Pattern EVICTING = Pattern.compile("(?m)^maxmemory_policy:(allkeys-[a-z]+)");

    private Durability() {}

    /** Returns how data may be lost, a sentence for each way and server; empty if no write that was acknowledged is. */
    static List<String> risks(Call call) {
        var risks = new ArrayList<String>();
        var unlogged = new ArrayList<String>();
        for (var answer : call.readEverywhere(new CommandArguments(Protocol.Command.INFO))) {
            var info = Reply.text(answer.reply()).orElse("");
            if (NO_AOF.matcher(info).find()) {
                unlogged.add(answer.server());
                risks.add("Redis at " + answer.server() + " keeps no append-only file: a restart loses what was"
                        + " written since its last snapshot. Set appendonly yes.");
            }
            evictionPolicy(info)
                    .ifPresent(policy -> risks.add("Redis at " + answer.server()
                            + " forgets tenants and settings when its memory is full (maxmemory-policy " + policy
                            + "). Set maxmemory-policy noeviction."));
        }
        return Stream.concat(risks.stream(), lateSyncs(call, unlogged)).toList();
    }

    private static Optional<String> evictionPolicy(String info) {
        return EVICTING.matcher(info).results().map(found -> found.group(1)).findFirst();
    }

    private static Stream<String> lateSyncs(Call call, List<String> unlogged) {
        var question = new CommandArguments(Protocol.Command.CONFIG).add("GET").add("appendfsync");
        try {
            return call.readEverywhere(question).stream()
                    .filter(answer -> !unlogged.contains(answer.server()))
                    .filter(answer -> !Reply.texts(answer.reply()).contains("always"))
                    .map(
                            answer -> "Redis at " + answer.server()
                                    + " writes its append-only file to disk late: a crash of"
                                    + " its machine may lose what was acknowledged in the last second. Set appendfsync always.");
        } catch (StorageException e) {
            if (!(e.getCause() instanceof JedisDataException)) {
                throw e;
            }
            return Stream.of("Redis does not tell us appendfsync: whether a crash of its machine loses what was"
                    + " acknowledged last is unknown. Allow CONFIG GET, or look yourself.");
        }
    }
}

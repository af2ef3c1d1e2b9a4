package dev.tenantry.adapters.redis;

import dev.tenantry.domain.model.SettingKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Response;

/**
 * Whose keys are whose. A key may be cut at any of its colons, for clientKeys and keys of settings may hold some; right is
 * the cut whose left side has a {@code clientInfo}.
 */
final class Owners {

    private final Collection<String> names;
    private final Set<String> existing = new HashSet<>();

    /** Asks for all of these keys in one round trip. */
    Owners(Jedis jedis, Collection<String> names) {
        this.names = names;
        var asked = new HashMap<String, Response<Boolean>>();
        try (var pipeline = jedis.pipelined()) {
            names.stream()
                    .flatMap(Owners::candidates)
                    .forEach(candidate -> asked.computeIfAbsent(
                            candidate, first -> pipeline.exists(candidate + ':' + SettingKey.CLIENT_INFO)));
        }
        asked.forEach((candidate, answer) -> {
            if (answer.get()) {
                existing.add(candidate);
            }
        });
    }

    /** Visits each key and its owners: none, one, or several with the longest first. */
    void forEach(BiConsumer<String, List<String>> visitor) {
        names.forEach(name -> visitor.accept(name, owners(name)));
    }

    private List<String> owners(String name) {
        return candidates(name).filter(existing::contains).toList();
    }

    private static Stream<String> candidates(String name) {
        return IntStream.iterate(name.lastIndexOf(':'), cut -> cut > 0, cut -> name.lastIndexOf(':', cut - 1))
                .mapToObj(cut -> name.substring(0, cut));
    }
}

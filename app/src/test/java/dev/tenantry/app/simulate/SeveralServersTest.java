package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenantry.app.Backend;
import dev.tenantry.domain.testkit.Race;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers that know nothing of each other act as one, for every tenant, whichever of them the host or the app calls. Not on
 * FerretDB, which compares and writes in two steps.
 */
@Timeout(300)
class SeveralServersTest {

    private static final int ROUNDS = 4;
    private static final int RACERS = 2 * SeveralServers.COUNT;
    private static final int INCREMENTS = 5;
    private static final int LIVES = 8;
    private static final String COUNTER = "/api/settings/counter";
    private static final String LIST = "/api/settings?limit=1000";
    private static final Pattern MINE = Pattern.compile("mine-[0-9a-f]+");

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MONGO", "REDIS"})
    void threeServersOnOneDatabaseActAsOne(Backend backend) throws Exception {
        assumeTrue(backend.isWanted(), "there is no such server here");
        try (var servers = SeveralServers.start(backend)) {
            for (int round = 0; round < ROUNDS; round++) {
                exactlyOneOfManyWritersWins(servers.newSite(), round);
                noIncrementIsLostWhileTheSecretChanges(servers.newSite(), round);
                nothingIsLeftAfterAnUninstall(servers.newSite(), round);
            }
        }
    }

    private static void exactlyOneOfManyWritersWins(SharedSite site, int round) {
        var installs =
                Race.run(SeveralServers.COUNT, n -> site.install(round + n).status());
        assertThat(installs).containsOnly(204);
        assertThat(site.install(round).status()).isEqualTo(204);
        assertThat(put(site, "first", Map.of("If-None-Match", "*")))
                .containsOnlyOnce(201)
                .containsOnly(201, 412);
        var current = Map.of("If-Match", site.get(round, COUNTER).etag());
        assertThat(put(site, "second", current)).containsOnlyOnce(204).containsOnly(204, 412);
    }

    /** Each racer puts a value that nobody else puts: with an equal one, the condition would hold again. */
    private static List<Integer> put(SharedSite site, String what, Map<String, String> condition) {
        return Race.run(
                RACERS,
                n -> site.put(n, COUNTER, "\"%s %d\"".formatted(what, n), condition)
                        .status());
    }

    private static void noIncrementIsLostWhileTheSecretChanges(SharedSite site, int round) {
        assertThat(site.install(round).status()).isEqualTo(204);
        assertThat(site.put(round, COUNTER, "0", Map.of()).status()).isEqualTo(201);
        var rotations = Race.run(RACERS, n -> n == 0 ? site.install(1).status() : increment(site, n));
        assertThat(rotations).containsOnly(204);
        var sum = String.valueOf((RACERS - 1) * INCREMENTS);
        assertThat(onEach(server -> site.get(server, COUNTER).body())).containsOnly(sum);
    }

    /** Returns the last answer. The secret changes once, so that a token that was signed before is good all the time. */
    private static int increment(SharedSite site, int racer) {
        int status = 0;
        for (int done = 0; done < INCREMENTS; done += status == 204 ? 1 : 0) {
            var before = site.get(racer, COUNTER);
            assertThat(before.status()).isEqualTo(200);
            var next = String.valueOf(Integer.parseInt(before.body()) + 1);
            status = site.put(racer, COUNTER, next, Map.of("If-Match", before.etag()))
                    .status();
            assertThat(status).isIn(204, 412);
        }
        return status;
    }

    private static void nothingIsLeftAfterAnUninstall(SharedSite site, int round) {
        assertThat(site.install(round).status()).isEqualTo(204);
        var done = new AtomicBoolean();
        Race.run(RACERS, n -> n == 0 ? comeAndGo(site, done) : putUntil(done, site, n));
        assertThat(onEach(server -> keysOfOthers(site, server))).containsOnly(List.of());
    }

    private static int comeAndGo(SharedSite site, AtomicBoolean done) {
        try {
            for (int n = 0; n < LIVES; n++) {
                assertThat(site.uninstall(n).status()).isEqualTo(204);
                assertThat(site.get(n + 1, LIST).status()).isEqualTo(401);
                assertThat(site.install(n + 1).status()).isEqualTo(204);
                assertThat(keysOfOthers(site, n + 2)).isEmpty();
            }
            return LIVES;
        } finally {
            done.set(true);
        }
    }

    /** Puts, in whatever life there is, settings that bear its name. */
    private static int putUntil(AtomicBoolean done, SharedSite site, int racer) {
        int puts = 0;
        while (!done.get()) {
            var now = site.asOfNow();
            var path = "/api/settings/mine-%s-%d-%d".formatted(now.life(), racer, puts++);
            assertThat(now.put(racer, path, "1", Map.of()).status()).isIn(201, 401);
        }
        return puts;
    }

    /** Returns which settings of earlier lives can be seen in this one. */
    private static List<String> keysOfOthers(SharedSite site, int server) {
        return MINE.matcher(site.get(server, LIST).body())
                .results()
                .map(MatchResult::group)
                .filter(key -> !key.equals("mine-" + site.life()))
                .toList();
    }

    private static <T> List<T> onEach(IntFunction<T> question) {
        return IntStream.range(0, SeveralServers.COUNT).mapToObj(question).toList();
    }
}

package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of many commits that expect the same record, one wins. */
interface CommitRaceContract extends StorageUnderTest {

    private Commit birth(TenantRecord record, Setting seed) {
        return new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of(seed));
    }

    /** ACE on PostgreSQL left nineteen rows after twenty first saves of one tenant. */
    @Test
    default void exactlyOneOfManyFirstCommitsWins() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            var name = "tenant" + round;
            var rivals = IntStream.range(0, 16).mapToObj(n -> tenant(name)).toList();
            var won = Race.run(16, n -> storage().installations().commit(birth(rivals.get(n), setting("a", "" + n))));
            assertThat(won).containsOnlyOnce(true);
            var winner = rivals.get(won.indexOf(true));
            assertThat(storage().installations().find(winner.id())).contains(winner);
            assertThat(storage().settings().page(winner.life().orElseThrow(), Optional.empty(), 10))
                    .containsExactly(setting("a", "" + won.indexOf(true)));
        }
        assertThat(storage().installations().page(Optional.empty(), 1000)).hasSize(Race.ROUNDS);
    }

    @Test
    default void exactlyOneOfManyReplacementsWins() {
        var stored = tenant("acme");
        begin(stored);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var expected = stored;
            var rivals = IntStream.range(0, Race.THREADS)
                    .mapToObj(n -> reborn(expected))
                    .toList();
            var won = Race.run(n -> storage().installations().commit(Commit.replace(expected, rivals.get(n))));
            assertThat(won).containsOnlyOnce(true);
            stored = rivals.get(won.indexOf(true));
            assertThat(storage().installations().find(stored.id())).contains(stored);
        }
    }

    @Test
    default void exactlyOneOfReplacementAndRemovalsWins() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            var stored = tenant("tenant" + round);
            begin(stored);
            var removal =
                    new Commit(stored.id(), Optional.of(stored), Optional.empty(), stored.incarnation(), List.of());
            var next = stored.with(stored.lifecycle().enabled(Fixtures.INSTALLED_AT));
            var won = Race.run(n -> storage().installations().commit(n == 0 ? Commit.replace(stored, next) : removal));
            assertThat(won).containsOnlyOnce(true);
            assertThat(storage().installations().find(stored.id()))
                    .isEqualTo(Optional.of(next).filter(r -> won.get(0)));
        }
    }

    @Test
    default void tenantsCommitSideBySide() {
        var won = Race.run(16, n -> {
            var record = tenant("tenant" + n);
            boolean begun = storage().installations().commit(birth(record, setting("a", "1")));
            var next = record.with(record.lifecycle().enabled(Fixtures.INSTALLED_AT));
            return begun && storage().installations().commit(Commit.replace(record, next));
        });
        assertThat(won).containsOnly(true);
    }

    /** Whoever sees the record of a new life sees its seeds: they become visible together. */
    @Test
    default void recordIsNeverSeenWithoutItsSeeds() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            var record = tenant("tenant" + round);
            var seed = setting("a", "1");
            Supplier<Boolean> writer = () -> storage().installations().commit(birth(record, seed));
            Supplier<Boolean> reader = () -> {
                Optional<Life> life = Optional.empty();
                while (life.isEmpty()) {
                    life = storage().installations().find(record.id()).flatMap(TenantRecord::life);
                }
                return storage().settings().find(life.get(), seed.key()).equals(Optional.of(seed));
            };
            assertThat(Race.run(List.of(writer, reader, reader))).containsOnly(true);
        }
    }
}

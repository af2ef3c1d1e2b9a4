package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.service.SettingsPolicy;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import dev.tenantry.domain.service.SettingsService;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Many writers of one setting: compared and written in one step. */
interface SettingRaceContract extends StorageUnderTest {

    /** Update-then-insert without a unique key leaves two; without a retry, one of the writers fails. */
    @Test
    default void manyFirstPutsLeaveOneSetting() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            var life = begin(tenant("tenant" + round));
            var outcomes = Race.run(
                    20, n -> storage().settings().put(life, setting("a", "" + n), new Precondition.Any(), 1000));
            assertThat(outcomes).containsOnlyOnce(PutOutcome.CREATED);
            assertThat(Collections.frequency(outcomes, PutOutcome.REPLACED)).isEqualTo(19);
            assertThat(storage().settings().page(life, Optional.empty(), 100)).hasSize(1);
        }
    }

    @Test
    default void exactlyOneOfManyCreatorsWins() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            var life = begin(tenant("tenant" + round));
            var outcomes = Race.run(
                    16, n -> storage().settings().put(life, setting("a", "" + n), new Precondition.Absent(), 1000));
            assertThat(outcomes).containsOnlyOnce(PutOutcome.CREATED);
            assertThat(Collections.frequency(outcomes, PutOutcome.UNMET)).isEqualTo(15);
            var winner = setting("a", "" + outcomes.indexOf(PutOutcome.CREATED));
            assertThat(storage().settings().find(life, winner.key())).contains(winner);
        }
    }

    @Test
    default void exactlyOneOfManyReplacersWins() {
        var seed = setting("a", "\"seed\"");
        for (int round = 0; round < Race.ROUNDS; round++) {
            var life = begin(tenant("tenant" + round), seed);
            var unchanged = new Precondition.Matches(Set.of(seed.etag()));
            var outcomes = Race.run(16, n -> storage().settings().put(life, setting("a", "" + n), unchanged, 1000));
            assertThat(outcomes).containsOnlyOnce(PutOutcome.REPLACED);
            assertThat(Collections.frequency(outcomes, PutOutcome.UNMET)).isEqualTo(15);
            var winner = setting("a", "" + outcomes.indexOf(PutOutcome.REPLACED));
            assertThat(storage().settings().find(life, winner.key())).contains(winner);
        }
    }

    @Test
    default void exactlyOneOfManyRemoversWins() {
        var seed = setting("a", "1");
        for (int round = 0; round < Race.ROUNDS; round++) {
            var life = begin(tenant("tenant" + round), seed);
            var outcomes = Race.run(n -> storage().settings().remove(life, seed.key(), new Precondition.Any()));
            assertThat(outcomes).containsOnlyOnce(RemoveOutcome.REMOVED);
            assertThat(Collections.frequency(outcomes, RemoveOutcome.ABSENT)).isEqualTo(Race.THREADS - 1);
        }
    }

    @Test
    default void eitherTheReplacerOrTheRemoverWins() {
        var seed = setting("a", "1");
        var unchanged = new Precondition.Matches(Set.of(seed.etag()));
        for (int round = 0; round < Race.ROUNDS; round++) {
            var life = begin(tenant("tenant" + round), seed);
            Supplier<Boolean> replacer =
                    () -> storage().settings().put(life, setting("a", "2"), unchanged, 9) == PutOutcome.REPLACED;
            Supplier<Boolean> remover =
                    () -> storage().settings().remove(life, seed.key(), unchanged) == RemoveOutcome.REMOVED;
            var won = Race.run(List.of(replacer, remover));
            assertThat(won).containsOnlyOnce(true);
            assertThat(storage().settings().find(life, seed.key()))
                    .isEqualTo(Optional.of(setting("a", "2")).filter(setting -> won.get(0)));
        }
    }

    @Test
    default void writersOfDifferentSettingsAllWin() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            var life = begin(tenant("tenant" + round));
            var outcomes = Race.run(
                    16, n -> storage().settings().put(life, setting("key" + n, "1"), new Precondition.Absent(), 1000));
            assertThat(outcomes).containsOnly(PutOutcome.CREATED);
            assertThat(storage().settings().page(life, Optional.empty(), 100)).hasSize(16);
        }
    }

    @Test
    default void noIncrementIsLost() {
        var counter = new SettingKey("counter");
        var life = begin(tenant("acme"), setting("counter", "0"));
        var access = new Access(life, new Caller.AppItself());
        var service = new SettingsService(storage().settings(), new SettingsPolicy(Writers.APP, 1000, 1000));
        int increments = 10;
        Race.run(n -> {
            for (int i = 0; i < increments; i++) {
                service.patch(access, counter, (number, secrets) -> incremented(number), new Precondition.Any());
            }
            return n;
        });
        assertThat(service.get(access, counter, new Precondition.Any()).value())
                .isEqualTo(new JsonText("" + Race.THREADS * increments));
    }

    private static JsonText incremented(JsonText number) {
        return new JsonText("" + (Integer.parseInt(number.text()) + 1));
    }
}

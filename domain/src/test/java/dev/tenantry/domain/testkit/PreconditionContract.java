package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every precondition against an absent setting, the one that is meant, and another one. */
interface PreconditionContract extends StorageUnderTest {

    private static Setting old() {
        return setting("a", "{\"v\":1}");
    }

    private static Setting next() {
        return setting("a", "{\"v\":2}");
    }

    private static Precondition matches(ETag... tags) {
        return new Precondition.Matches(Set.of(tags));
    }

    /** Those that an absent setting meets, and a present one too if {@code present}. */
    private static List<Precondition> met(boolean present) {
        var other = new ETag("\"made up by a client\"");
        return present
                ? List.of(
                        new Precondition.Any(),
                        new Precondition.Present(),
                        matches(old().etag()),
                        matches(other, old().etag()))
                : List.of(new Precondition.Any(), new Precondition.Absent());
    }

    private static List<Precondition> unmet(boolean present) {
        var other = new ETag("\"made up by a client\"");
        var weak = new ETag("W/" + old().etag());
        return present
                ? List.of(new Precondition.Absent(), matches(), matches(other), matches(weak), matches(next().etag()))
                : List.of(new Precondition.Present(), matches(), matches(other), matches(old().etag()));
    }

    private Life life(int number, boolean present) {
        var record = tenant("tenant" + number);
        return present ? begin(record, old()) : begin(record);
    }

    private void assertPut(List<Precondition> preconditions, boolean present, PutOutcome expected) {
        assertThat(IntStream.range(0, preconditions.size()).boxed()).allSatisfy(number -> {
            var life = life(number, present);
            var outcome = storage().settings().put(life, next(), preconditions.get(number), 10);
            assertThat(outcome).as("%s", preconditions.get(number)).isEqualTo(expected);
            var before = Optional.of(old()).filter(setting -> present);
            assertThat(storage().settings().find(life, old().key()))
                    .isEqualTo(expected == PutOutcome.UNMET ? before : Optional.of(next()));
        });
    }

    private void assertRemove(List<Precondition> preconditions, boolean present, RemoveOutcome expected) {
        assertThat(IntStream.range(0, preconditions.size()).boxed()).allSatisfy(number -> {
            var life = life(number, present);
            var outcome = storage().settings().remove(life, old().key(), preconditions.get(number));
            assertThat(outcome).as("%s", preconditions.get(number)).isEqualTo(expected);
            assertThat(storage().settings().find(life, old().key()))
                    .isEqualTo(Optional.of(old()).filter(setting -> present && expected == RemoveOutcome.UNMET));
        });
    }

    @Test
    default void putCreatesAnAbsentSettingIfThePreconditionHolds() {
        assertPut(met(false), false, PutOutcome.CREATED);
    }

    @Test
    default void putLeavesASettingAbsentIfThePreconditionFails() {
        assertPut(unmet(false), false, PutOutcome.UNMET);
    }

    @Test
    default void putReplacesAPresentSettingIfThePreconditionHolds() {
        assertPut(met(true), true, PutOutcome.REPLACED);
    }

    @Test
    default void putLeavesAPresentSettingIfThePreconditionFails() {
        assertPut(unmet(true), true, PutOutcome.UNMET);
    }

    @Test
    default void removeOfAnAbsentSettingSaysSo() {
        assertRemove(met(false), false, RemoveOutcome.ABSENT);
    }

    @Test
    default void removeOfAnAbsentSettingIsRefusedIfThePreconditionFails() {
        assertRemove(unmet(false), false, RemoveOutcome.UNMET);
    }

    @Test
    default void removeTakesAPresentSettingIfThePreconditionHolds() {
        assertRemove(met(true), true, RemoveOutcome.REMOVED);
    }

    @Test
    default void removeLeavesAPresentSettingIfThePreconditionFails() {
        assertRemove(unmet(true), true, RemoveOutcome.UNMET);
    }

    @Test
    default void oneOfManyTagsIsEnough() {
        var life = begin(tenant("acme"), old());
        var tags = new LinkedHashSet<ETag>();
        IntStream.range(0, 50).forEach(n -> tags.add(new ETag("\"" + n + "\"")));
        tags.add(old().etag());
        assertThat(storage().settings().put(life, next(), new Precondition.Matches(tags), 10))
                .isEqualTo(PutOutcome.REPLACED);
    }

    /** Tags come from the network and may hold anything that a header can. */
    @Test
    default void tagThatIsNotOursMatchesNothingAndBreaksNothing() {
        var life = begin(tenant("acme"), old());
        for (var tag : List.of("", "\"", "\"' OR '1'='1\"", "\"*\"", "*", "\"%\"", "\"\\\"", "\"{}\"", "\"\u00E9\"")) {
            assertThat(storage().settings().put(life, next(), matches(new ETag(tag)), 10))
                    .as("put with tag %s", tag)
                    .isEqualTo(PutOutcome.UNMET);
        }
    }

    /** A server that counts only rows whose bytes change would see nothing to replace. */
    @Test
    default void puttingTheSameValueAgainReplacesIt() {
        var life = begin(tenant("acme"), old());
        for (var precondition : met(true)) {
            assertThat(storage().settings().put(life, old(), precondition, 10)).isEqualTo(PutOutcome.REPLACED);
        }
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(old());
    }

    @Test
    default void removedSettingCanBeCreatedAgain() {
        var life = begin(tenant("acme"), old());
        storage().settings().remove(life, old().key(), new Precondition.Any());
        assertThat(storage().settings().put(life, next(), new Precondition.Absent(), 10))
                .isEqualTo(PutOutcome.CREATED);
    }

    /** ACE takes a stored null for an absent setting. */
    @Test
    default void nullIsPresent() {
        var nothing = setting("a", "null");
        var life = begin(tenant("acme"), nothing);
        assertThat(storage().settings().put(life, nothing, new Precondition.Absent(), 10))
                .isEqualTo(PutOutcome.UNMET);
        assertThat(storage().settings().remove(life, nothing.key(), matches(nothing.etag())))
                .isEqualTo(RemoveOutcome.REMOVED);
    }
}

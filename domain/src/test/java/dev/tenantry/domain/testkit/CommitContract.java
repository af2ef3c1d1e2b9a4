package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.installation;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static dev.tenantry.domain.testkit.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A commit happens if the record is the expected one, and otherwise not at all. */
interface CommitContract extends StorageUnderTest {

    private static TenantRecord renamed(TenantRecord record) {
        return with(installation("renamed"), record);
    }

    private boolean commit(Optional<TenantRecord> expected, Optional<TenantRecord> next) {
        var tenant = expected.or(() -> next).orElseThrow().id();
        var dropped = expected.flatMap(TenantRecord::incarnation)
                .filter(old -> !next.flatMap(TenantRecord::incarnation).equals(Optional.of(old)));
        return storage().installations().commit(new Commit(tenant, expected, next, dropped, List.of()));
    }

    @Test
    default void commitReplacesTheExpectedRecord() {
        var stored = tenant("acme");
        begin(stored);
        assertThat(commit(Optional.of(stored), Optional.of(renamed(stored)))).isTrue();
        assertThat(storage().installations().find(stored.id())).contains(renamed(stored));
    }

    @Test
    default void tenantThatExistsCannotBegin() {
        var stored = tenant("acme");
        begin(stored);
        assertThat(commit(Optional.empty(), Optional.of(reborn(stored)))).isFalse();
        assertThat(storage().installations().find(stored.id())).contains(stored);
    }

    @Test
    default void unknownTenantCannotBeReplaced() {
        var unknown = tenant("acme");
        assertThat(commit(Optional.of(unknown), Optional.of(renamed(unknown)))).isFalse();
        assertThat(storage().installations().find(unknown.id())).isEmpty();
    }

    @Test
    default void everyPartOfTheExpectedRecordCounts() {
        var stored = RecordVariants.ORIGINAL;
        begin(stored);
        assertThat(RecordVariants.all()).allSatisfy(variant -> {
            assertThat(commit(Optional.of(variant), Optional.of(renamed(variant))))
                    .isFalse();
            assertThat(storage().installations().find(stored.id())).contains(stored);
        });
    }

    /** A server that counts only rows whose bytes change would answer no. */
    @Test
    default void commitThatChangesNothingSucceeds() {
        var stored = tenant("acme");
        begin(stored);
        assertThat(commit(Optional.of(stored), Optional.of(stored))).isTrue();
        assertThat(storage().installations().find(stored.id())).contains(stored);
    }

    @Test
    default void recordCanReturnToAnEarlierState() {
        var stored = tenant("acme");
        begin(stored);
        replace(stored, renamed(stored));
        replace(renamed(stored), stored);
        assertThat(storage().installations().find(stored.id())).contains(stored);
    }

    @Test
    default void commitRemovesTheExpectedRecord() {
        var stored = tenant("acme");
        begin(stored);
        assertThat(commit(Optional.of(stored), Optional.empty())).isTrue();
        assertThat(storage().installations().find(stored.id())).isEmpty();
        assertThat(commit(Optional.of(stored), Optional.empty())).isFalse();
    }

    @Test
    default void recordThatChangedIsNotRemoved() {
        var stored = tenant("acme");
        begin(stored);
        replace(stored, renamed(stored));
        assertThat(commit(Optional.of(stored), Optional.empty())).isFalse();
        assertThat(storage().installations().find(stored.id())).contains(renamed(stored));
    }

    @Test
    default void removedTenantCanBeginAgain() {
        var stored = tenant("acme");
        begin(stored);
        commit(Optional.of(stored), Optional.empty());
        var again = reborn(stored);
        begin(again);
        assertThat(storage().installations().find(stored.id())).contains(again);
    }

    @Test
    default void commitOfOneTenantLeavesTheOthersAlone() {
        var other = tenant("other");
        begin(other);
        var stored = tenant("acme");
        begin(stored);
        replace(stored, Fixtures.in(TenantStatus.UNINSTALLED, stored));
        assertThat(storage().installations().find(other.id())).contains(other);
    }

    @Test
    default void seedsArePlantedWithTheRecord() {
        var life = begin(tenant("acme"), setting("a", "1.0"), setting("b", " {} "));
        assertThat(storage().settings().page(life, Optional.empty(), 10))
                .containsExactly(setting("a", "1.0"), setting("b", " {} "));
    }

    @Test
    default void seedNeverReplacesASetting() {
        var stored = tenant("acme");
        var life = begin(stored, setting("a", "\"mine\""));
        var seeds = List.of(setting("a", "\"seed\""), setting("b", "2"));
        var change =
                new Commit(stored.id(), Optional.of(stored), Optional.of(renamed(stored)), Optional.empty(), seeds);
        assertThat(storage().installations().commit(change)).isTrue();
        assertThat(storage().settings().page(life, Optional.empty(), 10))
                .containsExactly(setting("a", "\"mine\""), setting("b", "2"));
    }

    @Test
    default void refusedCommitPlantsAndDropsNothing() {
        var stored = tenant("acme");
        var life = begin(stored, setting("a", "1"));
        var next = Optional.of(reborn(stored));
        var change = new Commit(
                stored.id(), Optional.of(renamed(stored)), next, stored.incarnation(), List.of(setting("b", "2")));
        assertThat(storage().installations().commit(change)).isFalse();
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(setting("a", "1"));
    }
}

package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A tenant has no more settings than it may. */
interface QuotaContract extends StorageUnderTest {

    @Test
    default void fullTenantCreatesNoMoreSettings() {
        var life = begin(tenant("acme"), setting("a", "1"), setting("b", "2"));
        assertThat(storage().settings().put(life, setting("c", "3"), new Precondition.Any(), 2))
                .isEqualTo(PutOutcome.FULL);
        assertThat(storage().settings().put(life, setting("c", "3"), new Precondition.Absent(), 2))
                .isEqualTo(PutOutcome.FULL);
        assertThat(storage().settings().page(life, Optional.empty(), 10))
                .containsExactly(setting("a", "1"), setting("b", "2"));
    }

    @Test
    default void lastSettingFits() {
        var life = begin(tenant("acme"), setting("a", "1"), setting("b", "2"));
        assertThat(storage().settings().put(life, setting("c", "3"), new Precondition.Any(), 3))
                .isEqualTo(PutOutcome.CREATED);
    }

    @Test
    default void fullTenantStillReplaces() {
        var life = begin(tenant("acme"), setting("a", "1"), setting("b", "2"));
        assertThat(storage().settings().put(life, setting("a", "3"), new Precondition.Any(), 2))
                .isEqualTo(PutOutcome.REPLACED);
        assertThat(storage().settings().put(life, setting("b", "3"), new Precondition.Present(), 1))
                .isEqualTo(PutOutcome.REPLACED);
    }

    @Test
    default void removalMakesRoom() {
        var life = begin(tenant("acme"), setting("a", "1"), setting("b", "2"));
        storage().settings().remove(life, setting("a", "1").key(), new Precondition.Any());
        assertThat(storage().settings().put(life, setting("c", "3"), new Precondition.Any(), 2))
                .isEqualTo(PutOutcome.CREATED);
    }

    @Test
    default void settingsOfOthersDoNotCount() {
        begin(tenant("other"), setting("a", "1"), setting("b", "2"));
        var life = begin(tenant("acme"));
        assertThat(storage().settings().put(life, setting("c", "3"), new Precondition.Any(), 1))
                .isEqualTo(PutOutcome.CREATED);
    }

    @Test
    default void creatorsAtTheSameMomentOvershootByTheirNumberAtMost() {
        int quota = 3;
        for (int round = 0; round < Race.ROUNDS; round++) {
            var life = begin(tenant("tenant" + round), setting("seed", "1"));
            var outcomes = Race.run(
                    n -> storage().settings().put(life, setting("key" + n, "1"), new Precondition.Any(), quota));
            int created = Collections.frequency(outcomes, PutOutcome.CREATED);
            assertThat(outcomes).isSubsetOf(PutOutcome.CREATED, PutOutcome.FULL);
            assertThat(created).isGreaterThanOrEqualTo(quota - 1);
            assertThat(storage().settings().page(life, Optional.empty(), 100)).hasSize(1 + created);
            assertThat(storage().settings().put(life, setting("late", "1"), new Precondition.Any(), quota))
                    .isEqualTo(PutOutcome.FULL);
        }
    }
}

package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A commit drops the incarnation that it names, the whole of it and nothing else. */
interface DropContract extends StorageUnderTest {

    private void turn(TenantRecord expected, TenantRecord next) {
        assertThat(storage().installations().commit(Commit.replace(expected, next)))
                .isTrue();
    }

    @Test
    default void newIncarnationStartsEmpty() {
        var stored = tenant("acme");
        begin(stored, setting("a", "1"));
        var next = reborn(stored);
        turn(stored, next);
        assertThat(storage().settings().page(next.life().orElseThrow(), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    default void newIncarnationStartsWithItsSeedsOnly() {
        var stored = tenant("acme");
        begin(stored, setting("a", "\"old\""), setting("b", "\"old\""));
        var seed = setting("a", "\"new\"");
        var next = reborn(stored, seed);
        var change =
                new Commit(stored.id(), Optional.of(stored), Optional.of(next), stored.incarnation(), List.of(seed));
        assertThat(storage().installations().commit(change)).isTrue();
        assertThat(storage().settings().page(next.life().orElseThrow(), Optional.empty(), 10))
                .containsExactly(seed);
    }

    @Test
    default void droppedIncarnationIsGone() {
        var stored = tenant("acme");
        var life = begin(stored, setting("a", "1"));
        turn(stored, reborn(stored));
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(
                        () -> storage().settings().find(life, setting("a", "1").key()));
    }

    @Test
    default void droppedSettingsDoNotComeBackWithTheirTenant() {
        var stored = tenant("acme");
        begin(stored, setting("a", "1"));
        var ended = Fixtures.in(TenantStatus.UNINSTALLED, stored).withoutSettings();
        turn(stored, ended);
        var again = reborn(stored);
        replace(ended, again);
        assertThat(storage().settings().page(again.life().orElseThrow(), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    default void settingsOfARemovedTenantDoNotComeBackWithIt() {
        var stored = tenant("acme");
        begin(stored, setting("a", "1"));
        var removal = new Commit(stored.id(), Optional.of(stored), Optional.empty(), stored.incarnation(), List.of());
        assertThat(storage().installations().commit(removal)).isTrue();
        var life = begin(reborn(stored));
        assertThat(storage().settings().page(life, Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void dropTouchesOnlyTheNamedIncarnation() {
        var stored = tenant("acme");
        var life = begin(stored, setting("a", "1"));
        var stale = new Commit(
                stored.id(), Optional.of(stored), Optional.of(stored), Optional.of(incarnation()), List.of());
        assertThat(storage().installations().commit(stale)).isTrue();
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(setting("a", "1"));
    }

    /** In patterns of SQL and Redis each of these names but the last would match others. */
    @Test
    default void dropOfATenantNamedLikeAPatternTouchesNoOther() {
        var other = begin(tenant("axb"), setting("a", "1"));
        for (var name : List.of("a%b", "a_b", "a*b", "a?b", "a.b", "a[x]b", "%", "*", "a")) {
            var stored = tenant(name);
            begin(stored, setting("a", "2"));
            turn(stored, reborn(stored));
        }
        assertThat(storage().settings().page(other, Optional.empty(), 10)).containsExactly(setting("a", "1"));
    }

    @Test
    default void hundredsOfSettingsGoAtOnce() {
        var stored = tenant("acme");
        var seeds = IntStream.range(0, 300)
                .mapToObj(n -> setting("key" + n, "" + n))
                .toList();
        var planted = new Commit(stored.id(), Optional.empty(), Optional.of(stored), Optional.empty(), seeds);
        assertThat(storage().installations().commit(planted)).isTrue();
        assertThat(storage().settings().page(stored.life().orElseThrow(), Optional.empty(), 1000))
                .hasSize(300);
        var next = reborn(stored);
        turn(stored, next);
        assertThat(storage().settings().page(next.life().orElseThrow(), Optional.empty(), 1000))
                .isEmpty();
    }

    @Test
    default void replacementThatDropsNothingKeepsTheSettings() {
        var stored = tenant("acme");
        var life = begin(stored, setting("a", "1"));
        var uninstalled = Fixtures.in(TenantStatus.UNINSTALLED, stored);
        replace(stored, uninstalled);
        replace(uninstalled, stored);
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(setting("a", "1"));
    }
}

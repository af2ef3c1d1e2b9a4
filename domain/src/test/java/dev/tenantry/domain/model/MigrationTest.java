package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantry.domain.model.Migration.Step;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {

    private static final Instant UNTIL = Instant.parse("2026-12-27T00:00:00.123Z");
    private static final Migration SCHEDULED = Migration.scheduled(new MigrationId("57500"), Region.EU, UNTIL);
    private static final Lifecycle DISABLED =
            new Lifecycle(TenantStatus.DISABLED, UNTIL, Optional.of(UNTIL), Optional.empty(), Map.of());

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStepComesBackFromItsText(Step step) {
        var migration = DISABLED.migrating(SCHEDULED.at(step)).migration().orElseThrow();
        assertThat(Migration.parse(migration.toString())).isEqualTo(migration);
    }

    @Test
    void textSaysAllOfIt() {
        assertThat(SCHEDULED).hasToString("scheduled EU 2026-12-27T00:00:00.123Z - 57500");
        assertThat(DISABLED.migrating(SCHEDULED.at(Step.HANDING_OVER)).migration())
                .hasToString("Optional[handing-over EU 2026-12-27T00:00:00.123Z disabled 57500]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "scheduled EU",
                "begun EU 2026-12-27T00:00:00Z - 1",
                "scheduled Eu 2026-12-27T00:00:00Z - 1",
                "scheduled EU 2026-12-27T00:00:00Z open 1",
                "scheduled EU 2026-12-27T00:00:00Z - ",
                "scheduled EU 2026-12-27T00:00:00Z - a b"
            })
    void otherTextIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Migration.parse(text));
    }

    @Test
    void textWithoutATimeIsNone() {
        assertThatThrownBy(() -> Migration.parse("scheduled EU tomorrow - 1")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void regionsHaveAtlassiansNames() {
        assertThat(Region.named("global")).contains(Region.GLOBAL);
        assertThat(Region.named("EU")).contains(Region.EU);
        assertThat(Region.named("GLOBAL")).isEmpty();
        assertThat(Region.named("eu")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void tenantStandsAfterAnyStepWhereItStoodBefore(Step step) {
        var migrating = DISABLED.migrating(SCHEDULED).migrating(SCHEDULED.at(step));
        assertThat(migrating.status()).isEqualTo(step.status().orElse(TenantStatus.DISABLED));
        assertThat(migrating.migrating(SCHEDULED.at(Step.WITHDRAWING)).status()).isEqualTo(TenantStatus.DISABLED);
        assertThat(migrating.atRest()).isEqualTo(DISABLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"HANDING_OVER", "MOVED", "RETURNING", "ARRIVING", "COMPLETING"})
    void tenantOutOfUseRefusesEveryToken(Step step) {
        var away = Lifecycle.starting(UNTIL).migrating(SCHEDULED.at(step));
        assertThat(away.refusesTokensOf(UNTIL.plusSeconds(9))).isTrue();
        assertThat(away.isAway() || away.isCopy()).isTrue();
    }

    @Test
    void whatIsLeftOfATenantThatHasGoneEndsWithTheRetention() {
        var day = Duration.ofDays(1);
        for (var step : Step.values()) {
            boolean ends = step == Step.MOVED || step.isCopy();
            var lifecycle = Lifecycle.starting(UNTIL).migrating(SCHEDULED.at(step));
            assertThat(lifecycle.isPastRetention(day, UNTIL.plus(day))).isEqualTo(ends);
            assertThat(lifecycle.isPastRetention(day, UNTIL.plus(day).minusMillis(1)))
                    .isFalse();
        }
    }

    @Test
    void callbacksOfATenantInUseLeaveItsMigrationAlone() {
        var way = Lifecycle.starting(UNTIL).migrating(SCHEDULED.at(Step.COPYING));
        var ari = new Alias("ari:cloud:ecosystem::installation/1");
        var presence = new ForgePresence(true, UNTIL, "");
        assertThat(way.installed(UNTIL)
                        .enabled(UNTIL)
                        .disabled(UNTIL)
                        .onForge(ari, presence)
                        .leftByForge(ari, presence)
                        .uninstalled(UNTIL)
                        .installed(UNTIL)
                        .migration())
                .contains(SCHEDULED.at(Step.COPYING));
    }
}

package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static Instant at(long second) {
        return Instant.ofEpochSecond(1_800_000_000L + second);
    }

    private static Lifecycle installed(long second) {
        return Lifecycle.starting(at(second));
    }

    @Test
    void installedOpensATenantThatWasLeftHalfWritten() {
        var half =
                new Lifecycle(TenantStatus.DISABLED, at(0), Optional.of(Lifecycle.NEVER), Optional.empty(), Map.of());
        var opened = half.installed(at(1));
        assertThat(opened.status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(opened.toggledAt()).isEmpty();
    }

    @Test
    void instantsHaveMillisecondPrecision() {
        var exact = Instant.parse("2026-01-01T00:00:00.123456789Z");
        var lifecycle = new Lifecycle(TenantStatus.ENABLED, exact, Optional.of(exact), Optional.of(exact), Map.of());
        var millis = Instant.parse("2026-01-01T00:00:00.123Z");
        assertThat(lifecycle)
                .isEqualTo(new Lifecycle(
                        TenantStatus.ENABLED, millis, Optional.of(millis), Optional.of(millis), Map.of()));
    }

    @Test
    void tenantOfAceIsEnabledSinceEver() {
        assertThat(Lifecycle.legacy().status()).isEqualTo(TenantStatus.ENABLED);
        assertThat(Lifecycle.legacy().admitsUninstalled(Instant.EPOCH)).isTrue();
        assertThat(Lifecycle.legacy().admitsInstalled(Instant.EPOCH)).isTrue();
    }

    @Test
    void installedIsNewsUnlessItIsOlderThanTheNewest() {
        assertThat(installed(100).admitsInstalled(at(101))).isTrue();
        assertThat(installed(100).admitsInstalled(at(100))).isTrue();
        assertThat(installed(100).admitsInstalled(at(99))).isFalse();
    }

    @Test
    void uninstalledOutdatesOnlyAnInstalledThatIsMoreThanThirtySecondsOlder() {
        var uninstalled = installed(0).uninstalled(at(100));
        assertThat(uninstalled.admitsInstalled(at(70))).isTrue();
        assertThat(uninstalled.admitsInstalled(at(69))).isFalse();
    }

    @Test
    void uninstalledStillOutdatesOldInstallsAfterAReinstall() {
        var again = installed(0).uninstalled(at(100)).installed(at(70));
        assertThat(again.admitsInstalled(at(69))).isFalse();
    }

    @Test
    void uninstalledOlderThanTheNewestInstalledIsNoNews() {
        assertThat(installed(100).admitsUninstalled(at(99))).isFalse();
        assertThat(installed(100).admitsUninstalled(at(100))).isTrue();
    }

    @Test
    void uninstalledOfATenantThatIsNotOpenIsNoNews() {
        var uninstalled = installed(0).uninstalled(at(100));
        assertThat(uninstalled.admitsUninstalled(at(100))).isFalse();
        assertThat(uninstalled.admitsUninstalled(at(200))).isFalse();
        assertThat(uninstalled.purging().admitsUninstalled(at(200))).isFalse();
    }

    @Test
    void repeatedUninstalledDoesNotEndTheLifeThatASlowerClockBegan() {
        var again = installed(0).uninstalled(at(100)).installed(at(80));
        assertThat(again.admitsUninstalled(at(90))).isFalse();
        assertThat(again.admitsUninstalled(at(100))).isFalse();
        assertThat(again.admitsUninstalled(at(101))).isTrue();
    }

    @Test
    void disabledIsOrderedAfterInstalledAndToggles() {
        var enabled = installed(100).enabled(at(110));
        assertThat(enabled.admitsDisabled(at(109))).isFalse();
        assertThat(enabled.admitsDisabled(at(110))).isTrue();
        assertThat(installed(100).admitsDisabled(at(99))).isFalse();
        assertThat(installed(100).admitsDisabled(at(100))).isTrue();
    }

    @Test
    void enabledIsOrderedAmongTogglesOnly() {
        var disabled = installed(100).disabled(at(110));
        assertThat(disabled.admitsEnabled(at(109))).isFalse();
        assertThat(disabled.admitsEnabled(at(110))).isTrue();
        assertThat(installed(100).admitsEnabled(at(1))).isTrue();
    }

    @Test
    void togglesOfATenantThatIsNotOpenAreNoNews() {
        var uninstalled = installed(0).uninstalled(at(100));
        assertThat(uninstalled.admitsEnabled(at(200))).isFalse();
        assertThat(uninstalled.admitsDisabled(at(200))).isFalse();
    }

    @Test
    void togglesDoNotOutdateAnInstalled() {
        var disabled = installed(100).disabled(at(200));
        assertThat(disabled.admitsInstalled(at(150))).isTrue();
        assertThat(disabled.installed(at(150)).installedAt()).isEqualTo(at(150));
    }

    @Test
    void newerDisabledStaysInForceWhenAnOlderInstalledArrives() {
        assertThat(installed(100).disabled(at(200)).installed(at(150)).status()).isEqualTo(TenantStatus.DISABLED);
        assertThat(installed(100).disabled(at(200)).installed(at(200)).status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(installed(100).enabled(at(200)).installed(at(150)).status()).isEqualTo(TenantStatus.ENABLED);
    }

    @Test
    void reinstallForgetsTogglesAndRemembersTheUninstall() {
        var again = installed(0).disabled(at(50)).uninstalled(at(100)).installed(at(200));
        assertThat(again)
                .isEqualTo(new Lifecycle(
                        TenantStatus.INSTALLED, at(200), Optional.empty(), Optional.of(at(100)), Map.of()));
    }

    @Test
    void installedTakesATenantOverThatIsBeingPurged() {
        var purging = installed(0).uninstalled(at(100)).purging();
        assertThat(purging.admitsInstalled(at(200))).isTrue();
        assertThat(purging.installed(at(200)).status()).isEqualTo(TenantStatus.INSTALLED);
    }

    @Test
    void disabledAndUninstalledEndTheSameInEitherOrder() {
        var disabledFirst = installed(0).disabled(at(100));
        assertThat(disabledFirst.admitsUninstalled(at(100))).isTrue();
        assertThat(disabledFirst.uninstalled(at(100)).status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(installed(0).uninstalled(at(100)).admitsDisabled(at(100))).isFalse();
        assertThat(disabledFirst.uninstalled(at(100)).installed(at(200)))
                .isEqualTo(installed(0).uninstalled(at(100)).installed(at(200)));
    }

    @Test
    void disabledTenantTakesOnlyTokensIssuedLater() {
        var disabled = installed(0).disabled(at(100));
        assertThat(disabled.refusesTokensOf(at(99))).isTrue();
        assertThat(disabled.refusesTokensOf(at(100))).isTrue();
        assertThat(disabled.refusesTokensOf(at(101))).isFalse();
    }

    @Test
    void liveTenantTakesTokensOfAnyAgeAndAnEndedOneNone() {
        assertThat(installed(100).refusesTokensOf(at(1))).isFalse();
        assertThat(installed(100).enabled(at(110)).refusesTokensOf(at(1))).isFalse();
        assertThat(installed(0).uninstalled(at(100)).refusesTokensOf(at(999))).isTrue();
        assertThat(installed(0).uninstalled(at(100)).purging().refusesTokensOf(at(999)))
                .isTrue();
    }

    @Test
    void retentionEndsSoLongAfterTheUninstall() {
        var uninstalled = installed(0).uninstalled(at(100));
        var retention = Duration.ofSeconds(50);
        assertThat(uninstalled.isPastRetention(retention, at(149))).isFalse();
        assertThat(uninstalled.isPastRetention(retention, at(150))).isTrue();
    }

    @Test
    void retentionIsOfUninstalledTenantsOnly() {
        var again = installed(0).uninstalled(at(100)).installed(at(200));
        assertThat(again.isPastRetention(Duration.ZERO, at(999))).isFalse();
        assertThat(installed(0).uninstalled(at(1)).purging().isPastRetention(Duration.ZERO, at(999)))
                .isFalse();
    }

    @Test
    void statusesSayWhoIsLiveAndWhoIsOpen() {
        assertThat(TenantStatus.values())
                .filteredOn(TenantStatus::isLive)
                .containsExactly(TenantStatus.INSTALLED, TenantStatus.ENABLED, TenantStatus.FORGE);
        assertThat(TenantStatus.values())
                .filteredOn(TenantStatus::isOpen)
                .containsExactly(
                        TenantStatus.INSTALLED,
                        TenantStatus.ENABLED,
                        TenantStatus.DISABLED,
                        TenantStatus.FORGE,
                        TenantStatus.ARRIVING);
        assertThat(TenantStatus.values())
                .filteredOn(status -> status.isOpen() && !status.isInUse())
                .containsExactly(TenantStatus.ARRIVING);
    }
}

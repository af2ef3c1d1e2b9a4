package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two hosts speak for one tenant while an app moves from Connect to Forge. */
class LifecycleOnForgeTest {

    private static final Alias ARI = new Alias("ari:cloud:ecosystem::installation/1");

    private static ForgePresence present(long second) {
        return new ForgePresence(true, at(second), "");
    }

    private static ForgePresence left(long second) {
        return new ForgePresence(false, at(second), "");
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(1_800_000_000L + second);
    }

    private static Lifecycle installed(long second) {
        return Lifecycle.starting(at(second));
    }

    @Test
    void uninstalledTenantGoesOnWhereForgeDoes() {
        var moved = installed(100).onForge(ARI, present(200)).uninstalled(at(300));
        assertThat(moved.status()).isEqualTo(TenantStatus.FORGE);
        assertThat(moved.leftByForge(ARI, left(400)).status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(moved.leftByForge(ARI, left(400)).uninstalledAt()).contains(at(400));
    }

    @Test
    void orderOfForgeAndUninstalledMakesNoDifference() {
        var forgeFirst = installed(100).onForge(ARI, present(200)).uninstalled(at(300));
        assertThat(installed(100).uninstalled(at(300)).onForge(ARI, present(200)))
                .isEqualTo(forgeFirst);
    }

    @Test
    void connectGoesOnWhereForgeLeaves() {
        var both = installed(100).onForge(ARI, present(200));
        assertThat(both.leftByForge(ARI, left(300)).status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(both.leftByForge(ARI, left(300)).uninstalled(at(400)).status())
                .isEqualTo(TenantStatus.UNINSTALLED);
    }

    @Test
    void oneForgeInstallationLeavesAndAnotherGoesOn() {
        var second = new Alias("ari:cloud:ecosystem::installation/2");
        var moved =
                Lifecycle.startingOnForge(at(100)).onForge(ARI, present(100)).onForge(second, present(200));
        assertThat(moved.leftByForge(ARI, left(300)).status()).isEqualTo(TenantStatus.FORGE);
        assertThat(moved.leftByForge(ARI, left(300)).isInUseBy(second)).isTrue();
        assertThat(moved.leftByForge(ARI, left(300)).isInUseBy(ARI)).isFalse();
    }

    @Test
    void installationThatIsAboutToLeaveSpeaksAgainOnlyByALaterCall() {
        var left = installed(100).onForge(ARI, present(200)).leftByForge(ARI, left(300));
        assertThat(left.admitsForge(ARI, at(330))).isFalse();
        assertThat(left.admitsForge(ARI, at(331))).isTrue();
        assertThat(left.admitsForge(new Alias("another"), at(1))).isTrue();
    }

    @Test
    void newsOfLeavingIsOutdatedByLaterCallsAndRepeats() {
        var lifecycle = installed(100).onForge(ARI, present(200));
        assertThat(lifecycle.admitsForgeLeaving(ARI, at(169))).isFalse();
        assertThat(lifecycle.admitsForgeLeaving(ARI, at(170))).isTrue();
        assertThat(lifecycle.leftByForge(ARI, left(200)).admitsForgeLeaving(ARI, at(300)))
                .isFalse();
        assertThat(lifecycle
                        .uninstalled(at(300))
                        .leftByForge(ARI, left(400))
                        .admitsForgeLeaving(new Alias("b"), at(500)))
                .isFalse();
    }

    @Test
    void whatConnectSaysBesidesInstalledIsNoNewsOnceItIsUninstalled() {
        var moved = installed(100).onForge(ARI, present(200)).uninstalled(at(300));
        assertThat(moved.admitsUninstalled(at(400))).isFalse();
        assertThat(moved.admitsEnabled(at(400))).isFalse();
        assertThat(moved.admitsDisabled(at(400))).isFalse();
        assertThat(moved.admitsInstalled(at(400))).isTrue();
        assertThat(moved.installed(at(400)).status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(moved.installed(at(400)).isInUseBy(ARI)).isTrue();
    }
}

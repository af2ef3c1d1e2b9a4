package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Remote.FIRST;
import static dev.tenantry.domain.service.Remote.SECOND;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of a tenant that Forge uses, alone or after Connect. */
class ForgeServiceTest {

    private static final Setting DEFAULT = setting("appSettings", "{\"a\":1}");
    private static final Setting OWN = setting("own", "1");

    private final Remote forge = new Remote(OnUninstall.DELETE, DEFAULT);
    private final Host connect = forge.host;

    private List<Setting> settings(Access access) {
        return connect.storage.settings().page(access.life(), Optional.empty(), 100);
    }

    private void installConnectOnForge() {
        connect.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, FIRST.value()));
    }

    private void uninstallConnect(long second) {
        connect.clock.set(Host.at(second));
        connect.uninstalled(second);
    }

    @Test
    void installationBeginsATenantOfItsOwn() {
        assertThat(forge.hear(10, FIRST, ForgeNews.INSTALLED)).isEqualTo(LifecycleOutcome.INSTALLED);

        var access = forge.access(20, FIRST);
        assertThat(access.life().tenant()).isEqualTo(new TenantId(FIRST.value()));
        assertThat(settings(access)).containsExactly(DEFAULT);
        assertThat(forge.owner(Remote.SITE.alias())).contains(new TenantId(FIRST.value()));
    }

    @Test
    void eventThatComesAgainIsNoNews() {
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        var life = forge.access(20, FIRST).life();

        assertThat(forge.hear(70, FIRST, ForgeNews.INSTALLED)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(forge.hear(80, FIRST, ForgeNews.UPGRADED)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(forge.hear(90, FIRST, ForgeNews.HEARTBEAT)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(forge.access(100, FIRST).life()).isEqualTo(life);
    }

    @Test
    void upgradeToAnotherVersionIsNewsOnce() {
        forge.hear(10, FIRST, ForgeNews.HEARTBEAT);
        assertThat(forge.hear(20, FIRST, ForgeNews.UPGRADED)).isEqualTo(LifecycleOutcome.UPDATED);
        assertThat(forge.hear(80, FIRST, ForgeNews.UPGRADED)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
    }

    @Test
    void heartbeatTellsWhenTheInstallationWasLastThere() {
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        forge.hear(3600, FIRST, ForgeNews.HEARTBEAT);
        forge.hear(3590, FIRST, ForgeNews.HEARTBEAT);
        var presence = forge.record(FIRST).orElseThrow().lifecycle().presenceOf(FIRST);
        assertThat(presence.orElseThrow().at()).isEqualTo(Host.at(3600));
    }

    @Test
    void firstCallBeginsATenantWhoseEventsWereLost() {
        assertThat(settings(forge.access(10, FIRST))).containsExactly(DEFAULT);
    }

    @Test
    void callOfAKnownInstallationWritesNothing() {
        forge.access(10, FIRST);
        var before = forge.record(FIRST);
        forge.access(20, FIRST);
        assertThat(forge.record(FIRST)).isEqualTo(before);
    }

    @Test
    void linkedInstallationUsesTheSettingsOfItsConnectTenant() {
        installConnectOnForge();
        forge.put(connect.life(), OWN);

        var access = forge.access(10, FIRST);
        assertThat(access.life()).isEqualTo(connect.life());
        assertThat(settings(access)).containsExactly(DEFAULT, OWN);
        assertThat(forge.record(FIRST)).isEmpty();
    }

    @Test
    void connectUninstalledLeavesTheSettingsToForge() {
        installConnectOnForge();
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        forge.put(connect.life(), OWN);

        assertThat(connect.uninstalled(20)).isEqualTo(LifecycleOutcome.MOVED_TO_FORGE);
        assertThat(connect.uninstalled(21)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(connect.record().lifecycle().status()).isEqualTo(TenantStatus.FORGE);
        assertThat(connect.record().secrets().forRequests(Host.at(30), Host.at(30)))
                .isEmpty();
        assertThat(settings(forge.access(30, FIRST))).containsExactly(DEFAULT, OWN);
    }

    @Test
    void settingsOfALinkedTenantWaitForForgeWhateverThePolicy() {
        installConnectOnForge();
        forge.put(connect.life(), OWN);
        uninstallConnect(20);
        assertThat(connect.record().lifecycle().status()).isEqualTo(TenantStatus.UNINSTALLED);

        assertThat(forge.hear(30, FIRST, ForgeNews.UPGRADED)).isEqualTo(LifecycleOutcome.REINSTALLED);
        assertThat(settings(forge.access(40, FIRST))).containsExactly(DEFAULT, OWN);
    }

    @Test
    void settingsOfATenantThatAnOperatorLinkedWaitToo() {
        connect.installed(0);
        forge.put(connect.life(), OWN);
        var link = new Link(FIRST, Host.ACME, Provenance.OPERATOR, Host.at(5));
        connect.storage.links().link(link);
        uninstallConnect(20);

        assertThat(settings(forge.access(30, FIRST))).containsExactly(DEFAULT, OWN);
    }

    @Test
    void settingsThatWaitedForForgeInVainArePurged() {
        installConnectOnForge();
        uninstallConnect(20);
        connect.clock.advance(Duration.ofDays(60));

        new PurgeService(connect.storage, Duration.ofDays(60), connect.clock).purge();
        assertThat(connect.storage.installations().find(Host.ACME)).isEmpty();
    }

    @Test
    void tenantThatNobodyLinkedEndsAsThePolicySays() {
        connect.installed(0);
        connect.uninstalled(20);
        assertThat(connect.record().life()).isEmpty();
    }

    @Test
    void tenantOnForgeEndsWithItsLastInstallationAndKeepsItsSettingsForTheRetention() {
        installConnectOnForge();
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        forge.put(connect.life(), OWN);
        connect.uninstalled(20);

        assertThat(forge.hear(30, FIRST, ForgeNews.PRE_UNINSTALL)).isEqualTo(LifecycleOutcome.UNINSTALLED);
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> forge.access(31, FIRST));
        assertThat(settings(forge.access(61, FIRST))).containsExactly(DEFAULT, OWN);
    }

    @Test
    void leavingIsToldAgainToNoEffect() {
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        forge.hear(30, FIRST, ForgeNews.PRE_UNINSTALL);
        assertThat(forge.hear(90, FIRST, ForgeNews.PRE_UNINSTALL)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(forge.hear(100, SECOND, ForgeNews.PRE_UNINSTALL)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(forge.record(SECOND)).isEmpty();
    }

    @Test
    void leavingOfForgeLeavesConnectAlone() {
        installConnectOnForge();
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        assertThat(forge.hear(20, FIRST, ForgeNews.PRE_UNINSTALL)).isEqualTo(LifecycleOutcome.UPDATED);
        assertThat(connect.record().lifecycle().status()).isEqualTo(TenantStatus.INSTALLED);
    }

    @Test
    void sameSiteUnderANewInstallationIsAnotherTenantUntilSomebodyLinksIt() {
        installConnectOnForge();
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        forge.hear(20, SECOND, ForgeNews.INSTALLED);
        assertThat(forge.owner(Remote.SITE.alias())).contains(Host.ACME);
        assertThat(forge.access(30, SECOND).life().tenant()).isEqualTo(new TenantId(SECOND.value()));
    }

    @Test
    void newestTokenIsKeptUntilTheInstallationLeaves() {
        forge.keepsTokens = true;
        forge.hear(100, ForgeNews.INSTALLED, "first");
        assertThat(token()).contains("first");
        forge.hear(200, ForgeNews.HEARTBEAT, "second");
        forge.hear(300, Remote.FIRST, ForgeNews.HEARTBEAT);
        assertThat(token()).contains("second");
        forge.hear(400, Remote.FIRST, ForgeNews.PRE_UNINSTALL);
        assertThat(token()).isEmpty();
    }

    @Test
    void noTokenIsKeptWhereNothingSealsIt() {
        forge.hear(100, ForgeNews.INSTALLED, "first");
        assertThat(token()).isEmpty();
    }

    private Optional<String> token() {
        return forge.record(Remote.FIRST)
                .flatMap(record -> record.lifecycle().presenceOf(Remote.FIRST))
                .flatMap(ForgePresence::token)
                .map(SystemToken::reveal);
    }
}

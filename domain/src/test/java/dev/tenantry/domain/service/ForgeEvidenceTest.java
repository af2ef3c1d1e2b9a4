package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Remote.FIRST;
import static dev.tenantry.domain.service.Remote.SECOND;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.out.LinkEvidence;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the host's word about who an installation was, and of its silence. */
class ForgeEvidenceTest {

    private static final Setting DEFAULT = setting("appSettings", "{\"a\":1}");
    private static final Setting OWN = setting("own", "1");
    private static final LinkEvidence IS_ACME = (invocation, token) -> Optional.of(Host.ACME);
    private static final LinkEvidence SILENT = (invocation, token) -> {
        throw new HostUnavailableException("the host is out of reach");
    };

    private final Remote forge = new Remote(OnUninstall.DELETE, DEFAULT);
    private final Host connect = forge.host;

    private List<Setting> settings(long second, Alias installation) {
        var life = forge.access(second, installation).life();
        return connect.storage.settings().page(life, Optional.empty(), 100);
    }

    private void assertLinkedByTheHost(Alias installation) {
        assertThat(connect.storage.links().list(Host.ACME))
                .filteredOn(link -> link.alias().equals(installation))
                .extracting(Link::provenance)
                .containsExactly(Provenance.HOST_PROPERTY);
    }

    @Test
    void hostIsAskedBeforeAnInstallationBeginsATenantOfItsOwn() {
        connect.installed(0);
        forge.evidence = IS_ACME;

        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        assertLinkedByTheHost(FIRST);
        assertThat(forge.owner(Remote.SITE.alias())).contains(Host.ACME);
        assertThat(forge.record(FIRST)).isEmpty();
    }

    @Test
    void firstCallOfThePageIsServedFromTheTenantThatTheHostNames() {
        connect.installed(0);
        forge.put(connect.life(), OWN);
        forge.evidence = IS_ACME;

        assertThat(settings(10, FIRST)).containsExactly(DEFAULT, OWN);
        assertLinkedByTheHost(FIRST);
    }

    @ParameterizedTest
    @EnumSource(
            value = ForgeNews.class,
            names = {"INSTALLED", "UPGRADED"})
    void eventThatComesAgainBeginsNothingWhileTheHostIsSilent(ForgeNews news) {
        forge.evidence = SILENT;
        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> forge.hear(10, FIRST, news));
        assertThat(forge.record(FIRST)).isEmpty();
    }

    @Test
    void callsAndHeartbeatsAreServedWhileTheHostIsSilent() {
        forge.evidence = SILENT;
        assertThat(forge.hear(10, FIRST, ForgeNews.HEARTBEAT)).isEqualTo(LifecycleOutcome.INSTALLED);
        assertThat(settings(20, SECOND)).containsExactly(DEFAULT);
        assertThat(forge.hear(30, SECOND, ForgeNews.UPGRADED)).isEqualTo(LifecycleOutcome.UPDATED);
        assertThat(forge.hear(40, SECOND, ForgeNews.PRE_UNINSTALL)).isEqualTo(LifecycleOutcome.UNINSTALLED);
    }

    @Test
    void heartbeatJoinsWhatBeganWhileTheHostWasSilent() {
        connect.installed(0);
        forge.put(connect.life(), OWN);
        forge.evidence = SILENT;
        forge.put(forge.access(10, FIRST).life(), setting("onForge", "2"));

        forge.evidence = IS_ACME;
        forge.hear(3600, FIRST, ForgeNews.HEARTBEAT);
        assertLinkedByTheHost(FIRST);
        assertThat(settings(3610, FIRST)).containsExactly(DEFAULT, setting("onForge", "2"), OWN);
    }

    @Test
    void conflictKeepsBothSidesApart() {
        connect.installed(0);
        forge.put(connect.life(), OWN);
        forge.put(forge.access(10, FIRST).life(), setting("own", "2"));

        forge.evidence = IS_ACME;
        forge.hear(3600, FIRST, ForgeNews.HEARTBEAT);
        assertThat(forge.owner(FIRST)).isEmpty();
        assertThat(settings(3610, FIRST)).containsExactly(DEFAULT, setting("own", "2"));
        assertThat(connect.settings()).containsExactly(DEFAULT, OWN);
    }

    @Test
    void reinstallUnderANewInstallationIsLinkedWhereTheHostConfirmsIt() {
        connect.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, FIRST.value()));
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        forge.put(connect.life(), OWN);
        connect.uninstalled(20);
        forge.hear(60, FIRST, ForgeNews.PRE_UNINSTALL);

        forge.evidence = IS_ACME;
        assertThat(forge.hear(120, SECOND, ForgeNews.INSTALLED)).isEqualTo(LifecycleOutcome.REINSTALLED);
        assertLinkedByTheHost(SECOND);
        assertThat(settings(130, SECOND)).containsExactly(DEFAULT, OWN);
    }

    @Test
    void clientKeyThatIsNoTenantLinksNothing() {
        forge.evidence = (invocation, token) -> Optional.of(new TenantId("nobody"));
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        assertThat(forge.owner(FIRST)).isEmpty();
        assertThat(forge.record(FIRST)).isPresent();
    }
}

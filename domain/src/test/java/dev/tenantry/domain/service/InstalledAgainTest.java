package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Host.ACME;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an {@code installed} does to the metadata, secrets and links of a tenant that exists. */
class InstalledAgainTest {

    private final Host host = new Host(OnUninstall.DELETE);

    private static Optional<SharedSecret> secret(String text) {
        return Optional.of(new SharedSecret(text));
    }

    private static Optional<Secrets.Previous> previous(String text, long rotatedAt, long until) {
        return Optional.of(new Secrets.Previous(new SharedSecret(text), Host.at(rotatedAt), Host.at(until)));
    }

    @Test
    void newerPayloadReplacesTheMetadata() {
        host.installed(0, "secret", Map.of(HostField.DESCRIPTION, "old", HostField.CLOUD_ID, "1"));
        host.installed(10, "secret", Map.of(HostField.DESCRIPTION, "new"));
        assertThat(host.record().installation().fields()).isEqualTo(Map.of(HostField.DESCRIPTION, "new"));
        assertThat(host.record().lifecycle().installedAt()).isEqualTo(Host.at(10));
    }

    @Test
    void absenceErasesNeitherTheInstallationIdNorItsLink() {
        host.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, "ari:1"));
        host.installed(10);
        assertThat(host.record().installation().forgeInstallation()).contains(new Alias("ari:1"));
        assertThat(host.storage.links().resolve(new Alias("ari:1"))).contains(ACME);
    }

    @Test
    void anotherInstallationIdIsLinkedBesideTheFirst() {
        host.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, "ari:1"));
        host.installed(10, "secret", Map.of(HostField.INSTALLATION_ID, "ari:2"));
        assertThat(host.storage.links().list(ACME))
                .extracting(Link::alias)
                .containsExactly(new Alias("ari:1"), new Alias("ari:2"));
    }

    @Test
    void installationIdOfAnotherTenantStaysWithIt() {
        var other = Fixtures.tenant("other");
        host.storage
                .installations()
                .commit(new Commit(other.id(), Optional.empty(), Optional.of(other), Optional.empty(), List.of()));
        host.storage.links().link(Fixtures.link("ari:1", "other"));
        host.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, "ari:1"));
        assertThat(host.storage.links().resolve(new Alias("ari:1"))).contains(new TenantId("other"));
        assertThat(host.record().life()).isPresent();
    }

    @Test
    void newSecretOfALiveTenantKeepsTheOldOneForTheGrace() {
        host.installed(0, "first");
        host.installed(10, "second");
        assertThat(host.record().secrets())
                .isEqualTo(new Secrets(secret("second"), previous("first", 10, 600), Optional.empty()));
    }

    @Test
    void repeatNeitherExtendsTheGraceNorShiftsSecrets() {
        host.installed(0, "first");
        host.installed(10, "second");
        var secrets = host.record().secrets();
        host.clock.advance(Duration.ofMinutes(5));
        host.installed(10, "second");
        host.installed(20, "second");
        assertThat(host.record().secrets()).isEqualTo(secrets);
    }

    @Test
    void newSecretOfADisabledTenantStartsNoGrace() {
        host.installed(0, "first");
        host.disabled(5);
        host.installed(10, "second");
        assertThat(host.record().secrets()).isEqualTo(Secrets.starting(secret("second")));
    }

    @Test
    void graceOfZeroIsNone() {
        host.configure(Duration.ZERO);
        host.installed(0, "first");
        host.installed(10, "second");
        assertThat(host.record().secrets()).isEqualTo(Secrets.starting(secret("second")));
    }

    @Test
    void uninstallEndsTheGraceAndRetiresTheSecret() {
        host.installed(0, "first");
        host.installed(10, "second");
        host.uninstalled(20);
        assertThat(host.record().secrets())
                .isEqualTo(new Secrets(Optional.empty(), Optional.empty(), secret("second")));
    }

    @Test
    void reinstallStartsNoGrace() {
        host.installed(0, "first");
        host.uninstalled(100);
        host.installed(200, "second");
        assertThat(host.record().secrets()).isEqualTo(Secrets.starting(secret("second")));
    }

    @Test
    void oauth2InstallationHasNoSecret() {
        host.installed(0, "", Map.of(HostField.AUTHENTICATION, "oauth2"));
        assertThat(host.record().secrets()).isEqualTo(Secrets.starting(Optional.empty()));
    }

    @Test
    void anotherClientKeyOnTheSameSiteIsAnotherTenant() {
        host.installed(0);
        host.storage.settings().put(host.life(), setting("mine", "1"), new Precondition.Any(), 10);
        var record = host.record();
        var event = new LifecycleEvent.Installed(
                new Callback(new TenantId("newcomer"), Host.at(10), new Proof.InstallKey()),
                record.installation(),
                secret("other"));
        host.apply(event);
        assertThat(host.record()).isEqualTo(record);
        var newcomer =
                host.storage.installations().find(new TenantId("newcomer")).orElseThrow();
        assertThat(host.storage.settings().page(newcomer.life().orElseThrow(), Optional.empty(), 10))
                .isEmpty();
    }
}

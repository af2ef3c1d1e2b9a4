package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Host.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifecycleServiceTest {

    private final Host host = new Host(OnUninstall.DELETE);

    private TenantStatus status() {
        return host.record().lifecycle().status();
    }

    @Test
    void tenantGoesThroughItsLife() {
        assertThat(host.installed(0)).isEqualTo(LifecycleOutcome.INSTALLED);
        assertThat(host.enabled(1)).isEqualTo(LifecycleOutcome.ENABLED);
        assertThat(host.disabled(2)).isEqualTo(LifecycleOutcome.DISABLED);
        assertThat(host.enabled(3)).isEqualTo(LifecycleOutcome.ENABLED);
        assertThat(host.installed(4)).isEqualTo(LifecycleOutcome.UPDATED);
        assertThat(host.uninstalled(100)).isEqualTo(LifecycleOutcome.UNINSTALLED);
        assertThat(host.installed(200)).isEqualTo(LifecycleOutcome.REINSTALLED);
        assertThat(status()).isEqualTo(TenantStatus.INSTALLED);
    }

    @Test
    void repeatedEventsLeaveTheRecordAsItIs() {
        host.installed(0);
        host.enabled(1);
        var record = host.record();
        host.enabled(1);
        assertThat(host.record()).isEqualTo(record);
        host.uninstalled(100);
        var uninstalled = host.record();
        assertThat(host.uninstalled(100)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.record()).isEqualTo(uninstalled);
    }

    @Test
    void repeatedInstallChangesNothing() {
        host.installed(0);
        var record = host.record();
        assertThat(host.installed(0)).isEqualTo(LifecycleOutcome.UPDATED);
        assertThat(host.record()).isEqualTo(record);
    }

    @Test
    void eventsThatAreOlderThanTheNewestInstallChangeNothing() {
        host.installed(100);
        var record = host.record();
        assertThat(host.installed(99, "older secret")).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.uninstalled(99)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.disabled(99)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.record()).isEqualTo(record);
    }

    @Test
    void installThatOvertookItsUninstallIsKept() {
        host.installed(0);
        host.installed(200);
        assertThat(host.uninstalled(100)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(status()).isEqualTo(TenantStatus.INSTALLED);
    }

    @Test
    void installThatIsLongOutdatedByAnUninstallIsNoNews() {
        host.installed(0);
        host.uninstalled(100);
        assertThat(host.installed(69)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.installed(70)).isEqualTo(LifecycleOutcome.REINSTALLED);
    }

    @Test
    void eventsOfAnUnknownTenantAreNoNews() {
        assertThat(host.uninstalled(0)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.enabled(0)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.disabled(0)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.storage.installations().find(ACME)).isEmpty();
    }

    @Test
    void togglesOfAnUninstalledTenantAreNoNews() {
        host.installed(0);
        host.uninstalled(100);
        assertThat(host.enabled(101)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(host.disabled(101)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(status()).isEqualTo(TenantStatus.UNINSTALLED);
    }

    @Test
    void disabledAndUninstalledInEitherOrderEndTheSame() {
        host.installed(0);
        host.disabled(100);
        host.uninstalled(100);
        var other = new Host(OnUninstall.DELETE);
        other.installed(0);
        other.uninstalled(100);
        other.disabled(100);
        assertThat(status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(other.record().lifecycle().status()).isEqualTo(TenantStatus.UNINSTALLED);
        host.installed(200);
        other.installed(200);
        assertThat(host.record().lifecycle()).isEqualTo(other.record().lifecycle());
    }

    @Test
    void togglesApplyInTheOrderOfTheirTokens() {
        host.installed(0);
        host.enabled(20);
        assertThat(host.disabled(10)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(status()).isEqualTo(TenantStatus.ENABLED);
        host.disabled(20);
        assertThat(status()).isEqualTo(TenantStatus.DISABLED);
    }

    @Test
    void proofIsCheckedAgainAgainstTheRecordThatItChanges() {
        host.installed(0, "first");
        var proof = new Proof.TenantSecret(new SharedSecret("first"));
        host.installed(10, "second");
        var late = new LifecycleEvent.Disabled(new Callback(ACME, Host.at(20), proof));
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> host.apply(late));
        assertThat(status()).isEqualTo(TenantStatus.INSTALLED);
    }

    @Test
    void unsignedInstallOfATenantThatExistsIsRefused() {
        host.installed(0);
        var record = host.record();
        var unsigned = new Callback(ACME, Host.at(10), new Proof.Nothing());
        var event =
                new LifecycleEvent.Installed(unsigned, record.installation(), Optional.of(new SharedSecret("stolen")));
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> host.apply(event));
        assertThat(host.record()).isEqualTo(record);
    }

    @Test
    void listenersHearAfterTheCommitInTheirOrder() {
        var heard = new ArrayList<String>();
        host.listeners.add((event, outcome) -> heard.add("first: " + event.name() + " " + outcome + " " + status()));
        host.listeners.add((event, outcome) -> heard.add("second: " + event.name()));
        host.installed(0);
        assertThat(heard).containsExactly("first: installed INSTALLED INSTALLED", "second: installed");
    }

    @Test
    void listenersHearOfEventsThatAreNoNews() {
        var heard = new ArrayList<LifecycleOutcome>();
        host.listeners.add((event, outcome) -> heard.add(outcome));
        host.uninstalled(0);
        assertThat(heard).containsExactly(LifecycleOutcome.NOTHING_NEW);
    }

    @Test
    void listenerThatThrowsChangesNothing() {
        var heard = new ArrayList<String>();
        host.listeners.add((event, outcome) -> {
            throw new IllegalStateException("broken listener");
        });
        host.listeners.add((event, outcome) -> heard.add(event.name()));
        assertThat(host.installed(0)).isEqualTo(LifecycleOutcome.INSTALLED);
        assertThat(host.record().life()).isPresent();
        assertThat(heard).containsExactly("installed");
    }

    /** The answer would come too late, and the host would take the event for failed. */
    @Test
    void eventThatCannotBeAnsweredInTimeIsNotCommitted() {
        var slow = new InterceptedStorage(host.storage, call -> {
            host.clock.advance(Duration.ofMillis(1500));
            return call.proceed();
        });
        var late = new LifecycleService(
                slow, new LifecycleRules(Host.KEEPING, host.clock, new SecureRandom()), List.of(), host.clock);
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> late.apply(host.installation(0)));
        assertThat(host.storage.installations().find(ACME)).isEmpty();
        assertThat(host.installed(0)).isEqualTo(LifecycleOutcome.INSTALLED);
    }

    @Test
    void listenerThatBreaksDownChangesNothing() {
        host.listeners.add((event, outcome) -> {
            throw new AssertionError("not our code");
        });
        assertThat(host.installed(0)).isEqualTo(LifecycleOutcome.INSTALLED);
        assertThat(status()).isEqualTo(TenantStatus.INSTALLED);
    }
}

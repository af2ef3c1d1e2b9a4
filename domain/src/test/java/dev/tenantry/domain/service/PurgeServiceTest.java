package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Host.ACME;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.PurgeTenants.Result;
import dev.tenantry.domain.port.out.ForwardingStorage;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurgeServiceTest {

    private static final Duration RETENTION = Duration.ofDays(60);

    /** A store that notes how it is swept. */
    private static final class SweptStorage extends ForwardingStorage {

        private final List<Instant> sweeps = new ArrayList<>();

        SweptStorage(Storage storage) {
            super(storage);
        }

        @Override
        public void sweep(Instant mintedBefore) {
            assertThat(installations().page(Optional.empty(), 10))
                    .as("what is left when the sweep begins")
                    .isEmpty();
            sweeps.add(mintedBefore);
        }
    }

    private final Host host = new Host(OnUninstall.RETAIN, setting("a", "1"));

    private Result purge() {
        return new PurgeService(host.storage, RETENTION, host.clock).purge();
    }

    private void installAndUninstall() {
        host.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, "ari:1"));
        host.uninstalled(100);
    }

    @Test
    void tenantIsKeptUntilItsRetentionEnds() {
        installAndUninstall();
        host.clock.set(Host.at(100).plus(RETENTION).minusMillis(1));
        assertThat(purge()).isEqualTo(new Result(1, 0));
        assertThat(host.storage.links().list(ACME)).hasSize(1);
    }

    @Test
    void tenantPastItsRetentionGoesWithAllThatWasItsOwn() {
        installAndUninstall();
        host.clock.set(Host.at(100).plus(RETENTION));
        assertThat(purge()).isEqualTo(new Result(1, 1));
        assertThat(host.storage.installations().find(ACME)).isEmpty();
        assertThat(host.storage.links().list(ACME)).isEmpty();
        assertThat(purge()).isEqualTo(new Result(0, 0));
    }

    @Test
    void purgedTenantComesBackAsANewOne() {
        installAndUninstall();
        host.clock.set(Host.at(100).plus(RETENTION));
        purge();
        host.installed(200);
        assertThat(host.settings()).containsExactly(setting("a", "1"));
        assertThat(host.record().lifecycle().uninstalledAt()).isEmpty();
    }

    @Test
    void tenantThatIsInstalledOrDisabledIsNeverPurged() {
        host.installed(0);
        host.disabled(10);
        host.clock.advance(Duration.ofDays(10_000));
        assertThat(purge()).isEqualTo(new Result(1, 0));
        assertThat(host.settings()).hasSize(1);
    }

    @Test
    void tenantThatCameBackIsNotPurgedForItsFormerUninstall() {
        installAndUninstall();
        host.installed(200);
        host.clock.advance(Duration.ofDays(10_000));
        assertThat(purge()).isEqualTo(new Result(1, 0));
    }

    @Test
    void purgeThatAnotherServerBeganIsFinished() {
        installAndUninstall();
        var stored = host.record();
        var purging = stored.with(stored.lifecycle().purging()).withoutSettings();
        host.storage.installations().commit(Commit.replace(stored, purging));
        assertThat(purge()).isEqualTo(new Result(1, 1));
        assertThat(host.storage.links().list(ACME)).isEmpty();
    }

    @Test
    void everyPageIsExamined() {
        for (int n = 0; n < 250; n++) {
            var record = Fixtures.tenant("tenant" + n);
            var ended = record.with(record.lifecycle().uninstalled(Fixtures.INSTALLED_AT))
                    .withoutSettings();
            host.storage
                    .installations()
                    .commit(new Commit(
                            record.id(),
                            Optional.empty(),
                            Optional.of(n % 2 == 0 ? ended : record),
                            Optional.empty(),
                            List.of()));
        }
        host.clock.set(Fixtures.INSTALLED_AT.plus(RETENTION));
        assertThat(purge()).isEqualTo(new Result(250, 125));
        assertThat(host.storage.installations().page(Optional.empty(), 1000)).hasSize(125);
    }

    @Test
    void tenantThatCannotBePurgedKeepsNoOther() {
        for (var name : List.of("a", "b", "c")) {
            var record = Fixtures.tenant(name);
            var ended = record.with(record.lifecycle().uninstalled(Fixtures.INSTALLED_AT))
                    .withoutSettings();
            host.storage
                    .installations()
                    .commit(new Commit(record.id(), Optional.empty(), Optional.of(ended), Optional.empty(), List.of()));
        }
        host.clock.set(Fixtures.INSTALLED_AT.plus(RETENTION));
        var picky = new InterceptedStorage(host.storage, call -> {
            var answer = call.proceed();
            if (answer instanceof Optional<?> found
                    && found.map(Object::toString).orElse("").contains("[id=b,")) {
                throw new StorageException("b makes no sense");
            }
            return answer;
        });
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new PurgeService(picky, RETENTION, host.clock).purge())
                .withMessage("b makes no sense");
        assertThat(host.storage.installations().page(Optional.empty(), 10))
                .extracting(TenantRecord::id)
                .containsExactly(new TenantId("b"));
    }

    @Test
    void whatCrashesLeftIsSweptAtTheEndIfNoCommitCanBeUnderWay() {
        installAndUninstall();
        host.clock.set(Host.at(100).plus(RETENTION));
        var swept = new SweptStorage(host.storage);
        new PurgeService(swept, RETENTION, host.clock).purge();
        assertThat(swept.sweeps).containsExactly(host.clock.instant().minus(Duration.ofHours(1)));
    }
}

package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Host.ACME;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadOnlyStorageTest {

    private static final SettingKey A = new SettingKey("a");
    private static final Alias ALIAS = new Alias("ari:1");

    private final Host writing = new Host(OnUninstall.RETAIN, setting("a", "1.0"));
    private final Storage storage = new ReadOnlyStorage(writing.storage);
    private final Host reading = new Host(storage, OnUninstall.RETAIN, setting("a", "1.0"));

    @BeforeEach
    void install() {
        writing.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, ALIAS.value()));
    }

    private static void assertRefused(ThrowingCallable write) {
        assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(write);
    }

    @Test
    void everythingCanBeRead() {
        var life = writing.life();
        assertThat(storage.installations().find(ACME)).contains(writing.record());
        assertThat(storage.installations().page(Optional.empty(), 2)).containsExactly(writing.record());
        assertThat(storage.settings().find(life, A)).contains(setting("a", "1.0"));
        assertThat(storage.settings().findAll(life, List.of(A))).containsExactly(setting("a", "1.0"));
        assertThat(storage.settings().page(life, Optional.empty(), 2)).containsExactly(setting("a", "1.0"));
        assertThat(storage.links().resolve(ALIAS)).contains(ACME);
        assertThat(storage.links().list(ACME)).hasSize(1);
        assertThat(storage.isPrepared()).isTrue();
        assertThatCode(storage::ping).doesNotThrowAnyException();
    }

    @Test
    void nothingCanBeWritten() {
        var life = writing.life();
        var record = writing.record();
        var link = storage.links().list(ACME).get(0);
        var removal = new Commit(ACME, Optional.of(record), Optional.empty(), record.incarnation(), List.of());

        assertRefused(() -> storage.installations().commit(removal));
        assertRefused(() -> storage.settings().put(life, setting("a", "2"), new Precondition.Any(), 10));
        assertRefused(() -> storage.settings().remove(life, A, new Precondition.Any()));
        assertRefused(() -> storage.links().link(link));
        assertRefused(() -> storage.links().unlink(link));

        assertThat(writing.record()).isEqualTo(record);
        assertThat(writing.settings()).containsExactly(setting("a", "1.0"));
        assertThat(writing.storage.links().list(ACME)).containsExactly(link);
    }

    @Test
    void callbacksThatChangeSomethingComeAgainLater() {
        assertRefused(() -> reading.installed(1, "another secret"));
        assertRefused(() -> reading.enabled(1));
        assertRefused(() -> reading.disabled(1));
        assertRefused(() -> reading.uninstalled(1));
        assertThat(reading.settings()).containsExactly(setting("a", "1.0"));
    }

    @Test
    void callbacksThatChangeNothingAreServed() {
        writing.disabled(2);
        assertThat(reading.enabled(1)).isEqualTo(LifecycleOutcome.NOTHING_NEW);
        assertThat(reading.disabled(2)).isEqualTo(LifecycleOutcome.DISABLED);
    }

    @Test
    void aPurgeFindsNothingToSweepAndRemovesNobody() {
        var unread = new PurgeService(storage, Duration.ofDays(60), writing.clock);
        assertThat(unread.purge().removed()).isZero();

        writing.uninstalled(0);
        assertRefused(() -> new PurgeService(storage, Duration.ZERO, writing.clock).purge());
        assertThat(storage.installations().find(ACME)).isPresent();
    }

    @Test
    void aPreparedBackendNeedsNoPreparation() {
        assertThat(storage.prepare()).isEmpty();
    }
}

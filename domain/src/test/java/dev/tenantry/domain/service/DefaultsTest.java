package dev.tenantry.domain.service;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Declared defaults are seeded once for each incarnation and key. */
class DefaultsTest {

    private static final Setting A = setting("a", "{\"v\":1}");
    private static final Setting B = setting("b", "1.0");

    private final Host host = new Host(OnUninstall.DELETE, A, B);

    private void put(Setting setting) {
        host.storage.settings().put(host.life(), setting, new Precondition.Any(), 100);
    }

    private void remove(Setting setting) {
        host.storage.settings().remove(host.life(), setting.key(), new Precondition.Any());
    }

    @Test
    void firstInstallSeedsTheDefaultsAndRemembersThemWithTheirTags() {
        host.installed(0);
        assertThat(host.settings()).containsExactly(A, B);
        assertThat(host.record().seeds()).isEqualTo(Map.of(A.key(), A.etag(), B.key(), B.etag()));
        assertThat(host.life().incarnation().mintedAt()).isEqualTo(Host.START);
    }

    @Test
    void defaultThatAnAdministratorDeletedDoesNotComeBack() {
        host.installed(0);
        remove(A);
        host.installed(10);
        assertThat(host.settings()).containsExactly(B);
    }

    @Test
    void defaultThatAnAdministratorChangedStaysChanged() {
        host.installed(0);
        put(setting("a", "\"mine\""));
        host.installed(10);
        assertThat(host.settings()).containsExactly(setting("a", "\"mine\""), B);
    }

    @Test
    void defaultThatTheOperatorDeclaresLaterIsSeededByTheNextInstall() {
        host.installed(0);
        var late = setting("late", "true");
        host.configure(Host.GRACE, A, B, late);
        host.installed(10);
        assertThat(host.settings()).containsExactly(A, B, late);
        remove(late);
        host.installed(20);
        assertThat(host.settings()).containsExactly(A, B);
    }

    @Test
    void defaultThatTheOperatorChangesIsNotSeededAgain() {
        host.installed(0);
        host.configure(Host.GRACE, setting("a", "\"changed\""), B);
        host.installed(10);
        assertThat(host.settings()).containsExactly(A, B);
        assertThat(host.record().seeds()).containsEntry(A.key(), A.etag());
    }

    @Test
    void defaultNeverReplacesASettingOfTheSameNameButCountsAsSeeded() {
        host.installed(0);
        put(setting("late", "\"mine\""));
        host.configure(Host.GRACE, A, B, setting("late", "\"default\""));
        host.installed(10);
        assertThat(host.settings()).containsExactly(A, B, setting("late", "\"mine\""));
        remove(setting("late", "\"mine\""));
        host.installed(20);
        assertThat(host.settings()).containsExactly(A, B);
    }

    @Test
    void reinstallAfterDeletionBeginsANewLifeWithTheDefaults() {
        host.installed(0);
        var first = host.life();
        remove(A);
        put(setting("mine", "1"));
        host.uninstalled(100);
        assertThat(host.record().life()).isEmpty();
        assertThat(host.record().seeds()).isEmpty();
        host.installed(200);
        assertThat(host.settings()).containsExactly(A, B);
        assertThat(host.life()).isNotEqualTo(first);
    }

    @Test
    void reinstallInsideTheRetentionFindsTheSettingsInTheSameLife() {
        var retaining = new Host(OnUninstall.RETAIN, A, B);
        retaining.installed(0);
        var first = retaining.life();
        var mine = setting("mine", "1");
        retaining.storage.settings().put(first, mine, new Precondition.Any(), 100);
        retaining.storage.settings().remove(first, A.key(), new Precondition.Any());
        retaining.uninstalled(100);
        retaining.installed(200);
        assertThat(retaining.settings()).containsExactly(B, mine);
        assertThat(retaining.life()).isEqualTo(first);
    }

    @Test
    void installThatMeetsAPurgeBeginsANewLife() {
        var retaining = new Host(OnUninstall.RETAIN, A, B);
        retaining.installed(0);
        var first = retaining.life();
        retaining.uninstalled(100);
        var stored = retaining.record();
        var purging = stored.with(stored.lifecycle().purging()).withoutSettings();
        retaining.storage.installations().commit(Commit.replace(stored, purging));
        retaining.installed(200);
        assertThat(retaining.settings()).containsExactly(A, B);
        assertThat(retaining.life()).isNotEqualTo(first);
    }

    @Test
    void reinstallAfterTheRetentionStartsAnewEvenIfNoPurgeCameFirst() {
        var retaining = new Host(OnUninstall.RETAIN, A);
        retaining.installed(0);
        var first = retaining.life();
        retaining.storage.settings().put(first, setting("mine", "1"), new Precondition.Any(), 100);
        retaining.uninstalled(100);
        retaining.clock.set(Host.at(100).plus(Host.KEEPING.retention()));
        retaining.installed(Host.KEEPING.retention().toSeconds() + 100);
        assertThat(retaining.settings()).containsExactly(A);
        assertThat(retaining.life()).isNotEqualTo(first);
    }
}

package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Requests and callbacks of one tenant at the same moment, through the domain's own services. */
interface FenceRaceContract extends StorageUnderTest {

    private Server server(OnUninstall onUninstall) {
        return new Server(storage(), onUninstall, TestClock.tickingFrom(Server.NOW));
    }

    /** Puts until the tenant is gone; returns what was acknowledged. */
    private static List<Setting> putMany(Server server, Access access, int racer) {
        var acknowledged = new ArrayList<Setting>();
        try {
            for (int n = 0; n < 20; n++) {
                var mine = setting("mine " + racer + " " + n, "1");
                server.settings().put(access, mine, new Precondition.Any());
                acknowledged.add(mine);
            }
        } catch (UnauthenticatedException gone) {
            return acknowledged;
        }
        return acknowledged;
    }

    /** Removes the defaults, over and over, until the tenant is gone. */
    private static void removeMany(Server server, Access access) {
        try {
            for (int n = 0; n < 20; n++) {
                removeIfPresent(server, access, Server.DEFAULTS.get(n % 2).key());
            }
        } catch (UnauthenticatedException gone) {
            assertThat(gone.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
        }
    }

    private static void removeIfPresent(Server server, Access access, SettingKey key) {
        try {
            server.settings().remove(access, key, new Precondition.Any());
        } catch (RejectedException somebodyWasFaster) {
            assertThat(somebodyWasFaster.code()).isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @Test
    default void putThatRacesAnUninstallNeverComesBackWithAReinstall() {
        var server = server(OnUninstall.DELETE);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            server.installed(tenant, 0);
            var access = server.access(tenant);
            Race.run(n -> {
                if (n > 0) {
                    putMany(server, access, n);
                } else {
                    server.uninstalled(tenant, 40);
                    server.installed(tenant, 50);
                }
                return n;
            });
            assertThat(server.settingsOf(tenant)).isEqualTo(Server.DEFAULTS);
        }
    }

    @Test
    default void putsThatRaceAnUninstallAreKeptIfAndOnlyIfTheyWereAcknowledged() {
        var server = server(OnUninstall.RETAIN);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            server.installed(tenant, 0);
            var access = server.access(tenant);
            var acknowledged = Race.run(n -> {
                if (n > 0) {
                    return putMany(server, access, n);
                }
                server.uninstalled(tenant, Server.RECENTLY);
                return Server.DEFAULTS;
            });
            server.installed(tenant, Server.RECENTLY + 10);
            assertThat(server.settingsOf(tenant).stream().map(Setting::key))
                    .isEqualTo(List.copyOf(new TreeSet<>(acknowledged.stream()
                            .flatMap(Collection::stream)
                            .map(Setting::key)
                            .toList())));
        }
    }

    @Test
    default void removalNeverEatsWhatAReinstallSeeded() {
        var server = server(OnUninstall.DELETE);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            server.installed(tenant, 0);
            var access = server.access(tenant);
            Race.run(n -> {
                if (n > 0) {
                    removeMany(server, access);
                } else {
                    server.uninstalled(tenant, 40);
                    server.installed(tenant, 50);
                }
                return n;
            });
            assertThat(server.settingsOf(tenant)).isEqualTo(Server.DEFAULTS);
        }
    }

    @Test
    default void newerInstallWinsOverAnOlderUninstallInWhateverOrderTheyCome() {
        var server = server(OnUninstall.DELETE);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            server.installed(tenant, 0);
            Race.run(n -> n % 2 == 0 ? server.installed(tenant, 50) : server.uninstalled(tenant, 40));
            var record = storage().installations().find(tenant).orElseThrow();
            assertThat(record.lifecycle().status()).isEqualTo(TenantStatus.INSTALLED);
            assertThat(server.settingsOf(tenant)).isEqualTo(Server.DEFAULTS);
        }
    }

    @Test
    default void manyFirstInstallsBeginOneLife() {
        var server = server(OnUninstall.DELETE);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            var outcomes = Race.run(n -> server.installed(tenant, 0));
            assertThat(outcomes).containsOnlyOnce(LifecycleOutcome.INSTALLED);
            assertThat(Collections.frequency(outcomes, LifecycleOutcome.UPDATED))
                    .isEqualTo(Race.THREADS - 1);
            assertThat(server.settingsOf(tenant)).isEqualTo(Server.DEFAULTS);
            assertThat(storage().links().resolve(Server.aliasOf(tenant))).contains(tenant);
        }
    }

    @Test
    default void goodbyesInAnyOrderEndInUninstalled() {
        var server = server(OnUninstall.DELETE);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            server.installed(tenant, 0);
            List<Supplier<LifecycleOutcome>> goodbyes = List.of(
                    () -> server.disabled(tenant, 40),
                    () -> server.uninstalled(tenant, 40),
                    () -> server.enabled(tenant, 1),
                    () -> server.uninstalled(tenant, 40));
            Race.run(goodbyes);
            var record = storage().installations().find(tenant).orElseThrow();
            assertThat(record.lifecycle().status()).isEqualTo(TenantStatus.UNINSTALLED);
            assertThat(record.incarnation()).isEmpty();
        }
    }
}

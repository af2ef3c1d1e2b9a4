package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The purge against installs and against other purges. */
interface PurgeRaceContract extends StorageUnderTest {

    private Server server(OnUninstall onUninstall) {
        return new Server(storage(), onUninstall, TestClock.tickingFrom(Server.NOW));
    }

    /** Lets a tenant that is due for the purge come back while three servers purge. */
    private void comeBackDuringAPurge(Server server, TenantId tenant) {
        server.installed(tenant, 0);
        server.settings().put(server.access(tenant), setting("mine", "1"), new Precondition.Any());
        server.uninstalled(tenant, 40);
        Supplier<Object> purge = server::purge;
        Race.run(List.of(purge, () -> server.installed(tenant, 50), purge, purge));
        var record = storage().installations().find(tenant).orElseThrow();
        assertThat(record.lifecycle().status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(storage().links().resolve(Server.aliasOf(tenant))).contains(tenant);
    }

    @Test
    default void tenantThatComesBackDuringAPurgeIsWhole() {
        var server = server(OnUninstall.DELETE);
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            comeBackDuringAPurge(server, tenant);
            assertThat(server.settingsOf(tenant)).isEqualTo(Server.DEFAULTS);
        }
    }

    @Test
    default void retainedSettingsComeBackWithTheirTenantOrNotAtAll() {
        var server = server(OnUninstall.RETAIN);
        var retained = List.of(Server.DEFAULTS.get(0), Server.DEFAULTS.get(1), setting("mine", "1"));
        for (int round = 0; round < Race.ROUNDS; round++) {
            var tenant = new TenantId("tenant" + round);
            comeBackDuringAPurge(server, tenant);
            assertThat(server.settingsOf(tenant)).isIn(Server.DEFAULTS, retained);
        }
    }

    /** The same without chance: the tenant comes back just before each of the purge's own calls in turn. */
    @Test
    default void tenantThatComesBackBetweenAnyTwoStepsOfAPurgeIsWhole() {
        var server = server(OnUninstall.DELETE);
        boolean interrupted = true;
        for (int step = 0; interrupted; step++) {
            var tenant = new TenantId("tenant" + step);
            server.installed(tenant, 0);
            server.uninstalled(tenant, 40);
            var callsLeft = new AtomicInteger(step);
            var busy = new InterceptedStorage(storage(), call -> {
                if (callsLeft.getAndDecrement() == 0) {
                    server.installed(tenant, 50);
                }
                return call.proceed();
            });
            new Server(busy, OnUninstall.DELETE, TestClock.at(Server.NOW)).purge();
            interrupted = callsLeft.get() < 0;
            assertThat(storage().installations().find(tenant).isPresent()).isEqualTo(interrupted);
            assertThat(storage().links().resolve(Server.aliasOf(tenant)).isPresent())
                    .isEqualTo(interrupted);
        }
    }

    @Test
    default void manyPurgesRemoveEachTenantOnce() {
        var server = server(OnUninstall.RETAIN);
        for (int round = 0; round < Race.ROUNDS; round++) {
            for (int n = 0; n < 3; n++) {
                server.installed(new TenantId("tenant" + n), 0);
                server.uninstalled(new TenantId("tenant" + n), 40);
            }
            var results = Race.run(4, n -> server.purge());
            assertThat(results.stream().mapToInt(result -> result.removed()).sum())
                    .isEqualTo(3);
            assertThat(storage().installations().page(Optional.empty(), 10)).isEmpty();
        }
    }
}

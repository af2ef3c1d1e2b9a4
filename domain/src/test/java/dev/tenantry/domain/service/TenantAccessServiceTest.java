package dev.tenantry.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantAccessServiceTest {

    private final Host host = new Host(OnUninstall.RETAIN);

    private static Access access(Host host) {
        return new TenantAccessService(host.storage.installations()).asApp(Host.ACME);
    }

    private static void assertNotFound(Host host, String why) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> access(host))
                .withMessage(why)
                .extracting(RejectedException::code)
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void theAppItselfActsOnTheLifeThatTheTenantLeadsNow() {
        host.installed(0);
        assertThat(access(host)).isEqualTo(new Access(host.life(), new Caller.AppItself()));
    }

    @Test
    void aDisabledTenantKeepsItsSettingsWithinReachOfTheBackend() {
        host.installed(0);
        host.disabled(1);
        assertThat(access(host).life()).isEqualTo(host.life());
    }

    @Test
    void anUnknownTenantIsNotFound() {
        assertNotFound(host, "There is no such tenant.");
    }

    @ParameterizedTest
    @EnumSource(OnUninstall.class)
    void aTenantThatHasUninstalledIsNotFoundWhateverBecameOfItsSettings(OnUninstall onUninstall) {
        var leaving = new Host(onUninstall);
        leaving.installed(0);
        leaving.uninstalled(1);
        assertNotFound(leaving, "The tenant is not live: it has uninstalled the app.");
    }
}

package dev.tenantry.domain.port.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifecycleEventTest {

    private static final Callback CALLBACK = new Callback(new TenantId("acme"), Instant.EPOCH, new Proof.InstallKey());

    private static LifecycleEvent.Installed installed(String authentication, Optional<SharedSecret> secret) {
        var fields = Map.of(HostField.AUTHENTICATION, authentication);
        var installation = new Installation("app", "jira", "https://example.atlassian.net", fields, Map.of());
        return new LifecycleEvent.Installed(CALLBACK, installation, secret);
    }

    @Test
    void installedWithoutASecretIsRefused() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> installed("jwt", Optional.empty()))
                .matches(refusal -> refusal.code() == ErrorCode.INVALID_REQUEST);
    }

    @Test
    void installedWithoutASecretIsTakenFromAnOauth2Installation() {
        assertThat(installed("oauth2", Optional.empty()).secret()).isEmpty();
    }

    @Test
    void eventsHaveTheProtocolsNames() {
        assertThat(installed("", Optional.of(new SharedSecret("s"))).name()).isEqualTo("installed");
        assertThat(new LifecycleEvent.Uninstalled(CALLBACK).name()).isEqualTo("uninstalled");
        assertThat(new LifecycleEvent.Enabled(CALLBACK).name()).isEqualTo("enabled");
        assertThat(new LifecycleEvent.Disabled(CALLBACK).name()).isEqualTo("disabled");
    }
}

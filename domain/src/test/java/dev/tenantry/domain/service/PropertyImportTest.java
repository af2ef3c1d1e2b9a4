package dev.tenantry.domain.service;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.ImportProperties.Result;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.DeclaredSettings.Undeclared;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PropertyImportTest {

    private final Host host = new Host(OnUninstall.DELETE);
    private final Properties properties = new Properties();
    private final List<TenantId> failed = new ArrayList<>();

    @BeforeEach
    void install() {
        host.installed(0);
    }

    private void property(String key, String json) {
        properties.values.put(Properties.place("acme", key), new JsonText(json));
    }

    private Result importAll() {
        var policy = new SettingsPolicy(Writers.APP, 10, 2);
        return importAll(policy, DeclaredSettings.NONE);
    }

    private Result importAll(SettingsPolicy policy, DeclaredSettings declared) {
        return new PropertyImport(host.storage, properties, policy, declared)
                .importAll((tenant, failure) -> failed.add(tenant));
    }

    @Test
    void whatTheAppDoesNotDeclareIsUnfitIfItMust() {
        var a = SettingDefinition.ofDefault(new SettingKey("a"), new JsonText("0"));
        var declared = DeclaredSettings.of(
                List.of(a),
                schema -> {
                    throw new IllegalStateException("nothing has a schema here");
                },
                Undeclared.REFUSED);
        property("a", "1");
        property("b", "1");

        assertThat(importAll(new SettingsPolicy(Writers.ADMINS, 10, 2), declared))
                .isEqualTo(new Result(1, 0, 1, 0, 1));
    }

    @Test
    void propertiesBecomeSettingsCharacterForCharacter() {
        property("a", "{\"x\":1.0}");
        property("b", "null");

        assertThat(importAll()).isEqualTo(new Result(1, 0, 2, 0, 0));
        assertThat(host.settings()).containsExactly(setting("a", "{\"x\":1.0}"), setting("b", "null"));
        assertThat(importAll()).isEqualTo(new Result(1, 0, 0, 2, 0));
    }

    @Test
    void settingThatIsThereStays() {
        host.storage.settings().put(host.life(), setting("a", "1"), new Precondition.Any(), 10);
        property("a", "2");

        assertThat(importAll()).isEqualTo(new Result(1, 0, 0, 1, 0));
        assertThat(host.settings()).containsExactly(setting("a", "1"));
    }

    @Test
    void whatNoSettingMayBeIsCounted() {
        property("a", "1");
        property("b", "1");
        property("c", "1");
        property("clientInfo", "1");
        property("large", "\"123456789\"");

        assertThat(importAll()).isEqualTo(new Result(1, 0, 2, 0, 3));
        assertThat(host.settings()).hasSize(2);
    }

    @Test
    void tenantOutOfReachIsTold() {
        properties.outOfReach.add(Host.ACME);

        assertThat(importAll()).isEqualTo(new Result(1, 0, 0, 0, 0));
        assertThat(failed).containsExactly(Host.ACME);
    }

    @Test
    void tenantThatSharesNoSecretIsCountedAndNotAsked() {
        var record = host.record();
        host.storage.installations().commit(Commit.replace(record, record.with(Secrets.starting(Optional.empty()))));
        properties.outOfReach.add(Host.ACME);

        assertThat(importAll()).isEqualTo(new Result(0, 1, 0, 0, 0));
        assertThat(failed).isEmpty();
    }
}

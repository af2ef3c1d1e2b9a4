package dev.tenantry.domain.service;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.service.DeclaredSettings.Undeclared;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredSettingsTest {

    private static final SettingDefinition DEFAULT =
            SettingDefinition.ofDefault(new SettingKey("b"), new JsonText("1.0"));

    private static SettingDefinition definition(String key, String schema, String value) {
        return new SettingDefinition(
                new SettingKey(key), "", "", Optional.of(new JsonText(schema)), Optional.of(new JsonText(value)));
    }

    private static DeclaredSettings declare(SettingDefinition... definitions) {
        return DeclaredSettings.of(List.of(definitions), new SplitSchemas(), Undeclared.REFUSED);
    }

    @Test
    void defaultsAreInTheOrderOfTheDeclarations() {
        var declared = declare(DEFAULT, definition("a", "plain", "2.0"));
        assertThat(declared.defaults()).containsExactly(setting("b", "1.0"), setting("a", "2.0"));
    }

    @Test
    void keyThatIsDeclaredTwiceIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declare(DEFAULT, definition("b", "plain", "2")))
                .withMessage("setting b is declared more than once");
    }

    @Test
    void schemaThatCannotBeReadIsAMistakeOfThatSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declare(definition("a", "nonsense", "1")))
                .withMessage("the schema of setting a cannot be used: it is neither plain nor secretive");
    }

    @Test
    void defaultThatDoesNotFitItsSchemaIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declare(definition("a", "plain", "bad")))
                .withMessage("the default of setting a does not fit its schema: \"/secret\" must not be bad");
    }

    @Test
    void defaultThatKeepsASecretThatNobodyHasIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declare(definition("a", "secretive", "name|*")))
                .withMessageContaining("has nothing to keep");
    }

    @Test
    void onlyAValueWithASecretIsConcealed() {
        var declared = declare(definition("plain", "plain", "1"), definition("secretive", "secretive", "1"));
        assertThat(declared.haveSecrets()).isTrue();
        assertThat(declared.conceal(setting("secretive", "a|b"))).isEqualTo(new JsonText("a|*"));
        assertThat(declared.conceal(setting("plain", "a|b"))).isEqualTo(new JsonText("a|b"));
        assertThat(declared.conceal(setting("unknown", "a|b"))).isEqualTo(new JsonText("a|b"));
    }

    @Test
    void settingsWithoutSecretsNeedNoKey() {
        assertThat(declare(DEFAULT, definition("a", "plain", "1")).haveSecrets())
                .isFalse();
        assertThat(DeclaredSettings.NONE.haveSecrets()).isFalse();
    }

    @Test
    void otherSettingsAreAdmittedUnlessTheyAreRefused() {
        assertThat(declare(DEFAULT).admit(new SettingKey("b"))).isTrue();
        assertThat(declare(DEFAULT).admit(new SettingKey("other"))).isFalse();
        assertThat(DeclaredSettings.NONE.admit(new SettingKey("other"))).isTrue();
    }
}

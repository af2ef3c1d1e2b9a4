package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a form makes of a schema where nothing is stored yet. */
@EnabledIf(
        value = "dev.tenantry.app.simulate.Chromium#isWanted",
        disabledReason = "there is no chromium with chromedriver")
class SettingsPageSchemaTest {

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.JIRA, """
            {"type":"object","required":["notify","motto","consent"],"properties":{
              "notify":{"type":"boolean","default":true,"title":"Notify"},
              "motto":{"type":"string","title":"Motto"},
              "consent":{"type":"boolean","title":"Consent"},
              "proxy":{"type":"object","required":["tls"],"properties":{
                "host":{"type":"string","title":"Host"},
                "tls":{"type":"boolean","title":"Encrypted"}}}}}""");

    private final Stage stage = ON_STAGE.stage();
    private final Page page = ON_STAGE.page();

    private String stored() {
        return stage.stored().replaceAll("\\s", "");
    }

    @Test
    void whatIsRequiredIsSavedAsItIsShown() {
        assertThat(page.find("form").getText()).doesNotContain("Unsaved changes");
        page.saveAndWait();

        assertThat(stored()).isEqualTo("{\"notify\":true,\"motto\":\"\",\"consent\":false}");
    }

    @Test
    void whatIsRequiredInAGroupIsSavedWithTheGroup() {
        page.type("Host", "proxy.example.com");
        page.saveAndWait();

        assertThat(stored()).contains("\"proxy\":{\"host\":\"proxy.example.com\",\"tls\":false}");
    }
}

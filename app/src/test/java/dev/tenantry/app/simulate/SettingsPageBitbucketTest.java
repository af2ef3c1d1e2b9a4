package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bitbucket's script knows no flags: the page speaks for itself. */
@EnabledIf(
        value = "dev.tenantry.app.simulate.Chromium#isWanted",
        disabledReason = "there is no chromium with chromedriver")
class SettingsPageBitbucketTest {

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.BITBUCKET);

    private final Page page = ON_STAGE.page();

    @Test
    void successStandsOnThePage() {
        page.type("Sender", "new@example.com");
        page.press("Save");
        page.awaitText(".notice.success", "“Notifications” was saved.");

        assertThat(ON_STAGE.stage().stored()).contains("new@example.com");
        assertThat(page.complaints()).isEmpty();
    }
}

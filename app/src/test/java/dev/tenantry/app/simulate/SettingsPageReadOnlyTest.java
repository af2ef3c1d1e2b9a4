package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Who may not write sees so from the start. */
@EnabledIf(
        value = "dev.tenantry.app.simulate.Chromium#isWanted",
        disabledReason = "there is no chromium with chromedriver")
class SettingsPageReadOnlyTest {

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.JIRA);

    private final Page page = ON_STAGE.page();

    @Test
    void usersLookAndChangeNothing() throws IOException {
        page.around("as", "simulated-user");
        page.enter();
        page.awaitText(".notice", "only administrators can change them");

        assertThat(page.field("Sender").getDomProperty("value")).isEqualTo("jira@example.com");
        assertThat(page.field("Sender").getDomProperty("readOnly")).isEqualTo("true");
        assertThat(page.field("Channel").isEnabled()).isFalse();
        assertThat(ON_STAGE.browser().findElements(By.cssSelector("button[type=submit]")))
                .noneMatch(WebElement::isDisplayed);
        assertThat(page.hindrances()).isEmpty();
    }

    @Test
    void whoeverTheHostTellsNothingOfMayAskAgain() {
        page.around("as", "simulated-unknown");
        page.enter();
        page.awaitText(".notice", "cannot be found out at the moment");
        page.press("Try again");
        page.awaitText(".notice", "cannot be found out at the moment");

        assertThat(page.field("Sender").getDomProperty("readOnly")).isEqualTo("true");
    }

    @Test
    void administratorsChangeEverything() {
        assertThat(page.field("Sender").getDomProperty("readOnly")).isEqualTo("false");
        assertThat(page.find("button[type=submit]").getText()).isEqualTo("Save");
    }
}

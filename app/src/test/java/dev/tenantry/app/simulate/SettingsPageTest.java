package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What an administrator does on the settings page, in a real browser. */
@EnabledIf(
        value = "dev.tenantry.app.simulate.Chromium#isWanted",
        disabledReason = "there is no chromium with chromedriver")
class SettingsPageTest {

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.JIRA);

    /** Numbers that JavaScript would change, members without a field, and spaces. */
    private static final String EXACT =
            "{\"channel\":\"mail\", \"sender\":\"a@example.com\",\"weight\":1.0,\"10\":1e2,\"serial\":12345678901234567890123}";

    /** Holds every call of the API back until {@link #LET_GO}. */
    private static final String HOLD_BACK = "const send = fetch;"
            + " const gate = new Promise(resolve => { globalThis.letGo = resolve; });"
            + " globalThis.fetch = (...call) => gate.then(() => send(...call)); return ''";

    private static final String LET_GO = "letGo(); return ''";

    private final Stage stage = ON_STAGE.stage();
    private final Page page = ON_STAGE.page();

    @Test
    void whatIsFilledInIsSaved() {
        page.type("Sender", "new@example.com");
        page.field("Channel").findElement(By.xpath("option[.='Mail and chat']")).click();
        page.field("Send notifications").click();
        page.type("Delay in minutes", "15");
        page.saveAndWait();

        assertThat(stage.stored())
                .contains("\"sender\":\"new@example.com\"", "\"channel\":\"both\"", "\"enabled\":false")
                .contains("\"delayMinutes\":15", "\"serial\":12345678901234567890123");
    }

    @Test
    void whatIsNotTouchedKeepsItsText() {
        stage.put(EXACT);
        page.open(stage);
        assertThat(page.field("Weight").getDomProperty("value")).isEqualTo("1.0");
        page.type("Sender", "b@example.com");
        page.saveAndWait();

        assertThat(stage.stored().replace(" ", ""))
                .isEqualTo(EXACT.replace("a@", "b@").replace(" ", ""));
    }

    @Test
    void whatTheServerRefusesStandsAtItsField() {
        page.type("Sender", "nobody");
        page.type("Delay in minutes", "9999");
        page.press("Save");
        page.awaitText(".notice.danger", "Please correct what is marked.");

        assertThat(page.errorOf("Sender")).contains("not of the form");
        assertThat(page.errorOf("Delay in minutes")).contains("at most 1440");
        assertThat(page.errorOf("Weight")).isEmpty();
        assertThat(page.focused()).isEqualTo(page.field("Sender"));
        assertThat(stage.stored()).doesNotContain("nobody");
    }

    @Test
    void nothingIsTypedWhileASaveIsOnItsWay() {
        page.run(HOLD_BACK);
        page.field("Send notifications").sendKeys(Keys.SPACE, Keys.ENTER);
        page.awaitText("button", "Saving…");
        assertThat(page.field("Sender").getDomProperty("readOnly")).isEqualTo("true");
        assertThat(page.field("Channel").isEnabled()).isFalse();
        assertThat(page.find("form").findElements(By.xpath(".//button[. != 'Saving…']")))
                .noneMatch(WebElement::isEnabled);
        page.run(LET_GO);
        ON_STAGE.browser().switchTo().defaultContent();
        page.awaitText(".flag", "Saved");
        ON_STAGE.browser().switchTo().frame("frame");

        assertThat(page.field("Sender").getDomProperty("readOnly")).isEqualTo("false");
        assertThat(page.focused().getText()).isEqualTo("Save");
    }

    @Test
    void whoeverCouldNotSaveGoesOn() {
        page.run("globalThis.fetch = () => Promise.reject(new TypeError()); return ''");
        page.field("Send notifications").sendKeys(Keys.SPACE, Keys.ENTER);
        page.awaitText(".notice.danger", "the server cannot be reached");

        assertThat(page.focused()).isEqualTo(page.field("Send notifications"));
        assertThat(page.field("Channel").isEnabled()).isTrue();
    }

    @Test
    void whatIsMissingIsAskedFor() {
        page.field("Channel").findElement(By.xpath("option[.='Not set']")).click();
        page.press("Save");
        page.awaitText(".notice.danger", "Please correct what is marked.");

        assertThat(page.errorOf("Channel")).contains("This is required.");
        assertThat(page.focused()).isEqualTo(page.field("Channel"));
    }

    @Test
    void whatIsNoNumberIsNotSent() {
        page.type("Weight", "1,5");
        page.press("Save");

        assertThat(page.errorOf("Weight")).contains("Write a number");
        assertThat(page.focused()).isEqualTo(page.field("Weight"));
    }

    @Test
    void entriesOfAListComeAndGo() {
        page.press("Add");
        page.focused().sendKeys("second@example.com");
        page.find("button[aria-label='Remove entry 1']").click();
        page.saveAndWait();

        assertThat(stage.stored()).contains("\"recipients\":[\"second@example.com\"]");
    }

    @Test
    void secretIsReplacedAndNeverShown() {
        assertThat(page.find("main").getText()).contains("A value is stored. It is never shown.");
        page.press("Replace");
        page.field("Signing secret").sendKeys("battery staple");
        page.saveAndWait();

        assertThat(String.valueOf(page.run("return document.documentElement.outerHTML")))
                .doesNotContain("battery staple");
        assertThat(stage.stored()).contains("\"secret\":{\"$secret\":true}");
    }

    @Test
    void developersEditTheTextItself() {
        stage.put(EXACT);
        page.open(stage);
        page.press("Edit as JSON");
        assertThat(page.field("JSON").getDomProperty("value")).contains("\"weight\": 1.0,\n  \"10\": 1e2,");
        page.type("JSON", EXACT.replace("1.0", "2.50"));
        page.saveAndWait();

        assertThat(stage.stored()).isEqualTo(EXACT.replace("1.0", "2.50"));
    }

    @Test
    void whatWasTypedGoesAlongIntoTheText() {
        page.type("Sender", "typed@example.com");
        page.press("Edit as JSON");

        assertThat(page.field("JSON").getDomProperty("value")).contains("typed@example.com", "12345678901234567890123");
        page.press("Back to the form");
        page.awaitText(".notice", "Save or discard your changes first.");
    }

    @Test
    void textsOfTwoDevelopersStandSideBySide() {
        page.press("Edit as JSON");
        page.type("JSON", EXACT);
        stage.merge("{\"sender\":\"theirs@example.com\"}");
        page.press("Save");
        page.awaitText(".conflict", "The whole setting");
        page.press("Save this choice");
        ON_STAGE.browser().switchTo().defaultContent();
        page.awaitText(".flag", "Saved");

        assertThat(stage.stored()).isEqualTo(EXACT);
    }

    @Test
    void unsavedChangesAreAskedAbout() {
        var leave = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event);"
                + " return event.defaultPrevented";
        assertThat(page.run(leave)).isEqualTo(false);
        page.type("Sender", "unsaved@example.com");
        page.awaitText(".unsaved", "Unsaved changes");
        assertThat(page.run(leave)).isEqualTo(true);

        page.press("Discard changes");
        assertThat(page.run(leave)).isEqualTo(false);
        assertThat(page.field("Sender").getDomProperty("value")).isEqualTo("jira@example.com");
    }

    @Test
    void keyboardAloneIsEnough() {
        page.field("Send notifications").sendKeys(Keys.SPACE);
        page.focused().sendKeys(Keys.TAB);
        assertThat(page.focused()).isEqualTo(page.field("Sender"));
        for (int steps = 0; steps < 40 && !page.focused().getText().equals("Save"); steps++) {
            page.focused().sendKeys(Keys.TAB);
        }
        page.focused().sendKeys(Keys.ENTER);
        ON_STAGE.browser().switchTo().defaultContent();
        page.awaitText(".flag", "Saved");

        assertThat(stage.stored()).contains("\"enabled\":false");
    }
}

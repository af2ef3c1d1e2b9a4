package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two administrators edit at once: no update is lost. */
@EnabledIf(
        value = "dev.tenantry.app.simulate.Chromium#isWanted",
        disabledReason = "there is no chromium with chromedriver")
class SettingsPageConflictTest {

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.JIRA);

    private final Stage stage = ON_STAGE.stage();
    private final Page page = ON_STAGE.page();

    @BeforeEach
    void meet() {
        page.type("Sender", "mine@example.com");
        page.type("Footer", "Mine");
        stage.merge("{\"sender\":\"theirs@example.com\",\"channel\":\"chat\"}");
        page.press("Save");
        page.awaitText(".conflict", "Nothing was saved.");
    }

    private void awaitSaved() {
        ON_STAGE.browser().switchTo().defaultContent();
        page.awaitText(".flag", "Saved");
    }

    @Test
    void bothVersionsStandSideBySide() {
        assertThat(page.focused().getText()).isEqualTo("Somebody else changed “Notifications” meanwhile");
        assertThat(page.find(".conflict").getText())
                .contains("mine@example.com", "theirs@example.com", "Both of you changed it")
                .contains("Only they changed it", "Only you changed it");
        assertThat(stage.stored()).contains("theirs@example.com").doesNotContain("Mine");
    }

    @Test
    void eachFieldIsChosen() {
        page.press("Save this choice");
        awaitSaved();

        assertThat(stage.stored()).contains("mine@example.com", "\"channel\":\"chat\"", "\"footer\":\"Mine\"");
    }

    @Test
    void allOfMineIsKept() {
        page.press("Keep all of mine");
        awaitSaved();

        assertThat(stage.stored()).contains("mine@example.com", "\"channel\":\"mail\"", "\"footer\":\"Mine\"");
    }

    @Test
    void allOfTheirsIsTaken() {
        page.press("Take all of theirs");

        assertThat(page.field("Sender").getDomProperty("value")).isEqualTo("theirs@example.com");
        assertThat(page.field("Footer").getDomProperty("value")).isEmpty();
        assertThat(stage.stored()).contains("theirs@example.com").doesNotContain("Mine");
    }

    @Test
    void whoeverIsFasterAgainIsNotOverwrittenEither() {
        stage.merge("{\"sender\":\"again@example.com\"}");
        page.press("Save this choice");
        page.awaitText(".conflict", "again@example.com");

        assertThat(stage.stored()).contains("again@example.com");
    }

    @Test
    void whatWasDeletedCanBeWrittenAgain() {
        stage.delete();
        page.press("Save this choice");
        page.awaitText(".conflict", "Somebody else deleted this setting meanwhile.");
        page.press("Keep all of mine");
        awaitSaved();

        assertThat(stage.stored()).contains("mine@example.com");
    }
}

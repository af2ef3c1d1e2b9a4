package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page looks and reads: themes, languages, widths, and nothing that hinders people or breaks its policy. */
@EnabledIf(
        value = "dev.tenantry.app.simulate.Chromium#isWanted",
        disabledReason = "there is no chromium with chromedriver")
class SettingsPageLookTest {

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.JIRA);

    private static final String BACKGROUND = "return getComputedStyle(document.body).backgroundColor";

    private final Stage stage = ON_STAGE.stage();
    private final Page page = ON_STAGE.page();

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(page.complaints()).isEmpty();
    }

    private void switchTheme(boolean dark) {
        if (dark) {
            page.around("dark", "");
            page.enter();
            page.find(":root[data-color-mode=dark] main");
        }
    }

    @Test
    void themeFollowsTheHost() {
        page.find(":root[data-color-mode=light] main");
        assertThat(page.run(BACKGROUND)).isEqualTo("rgb(255, 255, 255)");
        switchTheme(true);
        assertThat(page.run(BACKGROUND)).isEqualTo("rgb(31, 31, 33)");
    }

    @Test
    void coloursOfTheHostWin() {
        page.run("document.documentElement.style.setProperty('--ds-surface', 'rgb(1, 2, 3)'); return ''");
        assertThat(page.run(BACKGROUND)).isEqualTo("rgb(1, 2, 3)");
    }

    @Test
    void languageFollowsTheHost() {
        page.around("loc", "de");
        page.enter();
        page.awaitText("button", "Speichern");
        assertThat(page.run("return document.documentElement.lang")).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingHindersPeople(boolean dark) throws IOException {
        switchTheme(dark);
        page.press("Replace");
        assertThat(page.hindrances()).isEmpty();

        page.type("Weight", "x");
        page.press("Save");
        assertThat(page.errorOf("Weight")).isNotEmpty();
        assertThat(page.hindrances()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingHindersPeopleInAConflict(boolean dark) throws IOException {
        switchTheme(dark);
        page.type("Sender", "mine@example.com");
        stage.merge("{\"sender\":\"theirs@example.com\",\"channel\":\"chat\"}");
        page.press("Save");
        page.awaitText(".conflict", "Nothing was saved.");
        assertThat(page.hindrances()).isEmpty();
    }

    @Test
    void frameFitsThePage() {
        page.around("narrow", "");
        page.enter();
        assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}

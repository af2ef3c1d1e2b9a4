package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;

/** Makes the pictures of docs/; only when a folder is named for them, because pictures differ from machine to machine. */
@EnabledIfSystemProperty(named = "tenantry.screenshots", matches = ".+")
class ScreenshotsTest {

    private static final int LARGEST = 100 * 1024;

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.JIRA);

    private final Stage stage = ON_STAGE.stage();
    private final Page page = ON_STAGE.page();

    @BeforeEach
    void widen() {
        ON_STAGE.browser().manage().window().setSize(new Dimension(900, 1400));
    }

    private static void take(String name) {
        var browser = ON_STAGE.browser();
        browser.switchTo().defaultContent();
        var file = Path.of(System.getProperty("tenantry.screenshots"), name + ".png");
        var picture = browser.getScreenshotAs(OutputType.BYTES);
        try {
            Files.write(file, picture);
            assertThat(Files.size(file)).as("bytes of " + file).isLessThan(LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.switchTo().frame("frame");
    }

    @Test
    void light() {
        take("settings-light");
    }

    @Test
    void dark() {
        page.around("dark", "");
        page.enter();
        page.find(":root[data-color-mode=dark] main");
        take("settings-dark");
    }

    @Test
    void error() {
        page.type("Sender", "nobody");
        page.type("Delay in minutes", "9999");
        page.press("Save");
        page.awaitText(".notice.danger", "Please correct what is marked.");
        take("settings-error");
    }

    @Test
    void conflict() {
        page.type("Sender", "mine@example.com");
        page.type("Footer", "Have a nice day");
        stage.merge(
                "{\"sender\":\"theirs@example.com\",\"channel\":\"both\",\"recipients\":[\"a@example.com\",\"b@example.com\"]}");
        page.press("Save");
        page.awaitText(".conflict", "Nothing was saved.");
        take("settings-conflict");
    }

    @Test
    void narrow() {
        page.around("narrow", "");
        ON_STAGE.browser().manage().window().setSize(new Dimension(500, 1400));
        page.enter();
        take("settings-narrow");
    }
}

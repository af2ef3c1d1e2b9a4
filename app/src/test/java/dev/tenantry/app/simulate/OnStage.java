package dev.tenantry.app.simulate;

import dev.tenantry.domain.model.Product;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;

/** One server and one browser for all tests of a class; each test has a site of its own, and the page open. */
final class OnStage implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final Product product;
    private final Optional<String> schema;

    private record Running(Stage stage, ChromeDriver browser, Page page) {}

    private @Nullable Running running;

    OnStage(Product product) {
        this(product, Optional.empty());
    }

    /** @param schema of the setting, of which nothing is stored then */
    OnStage(Product product, String schema) {
        this(product, Optional.of(schema));
    }

    private OnStage(Product product, Optional<String> schema) {
        this.product = product;
        this.schema = schema;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        var stage = new Stage(product, schema);
        var browser = Chromium.start(1000, 900);
        running = new Running(stage, browser, new Page(browser));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        stage().newSite();
        page().open(stage());
    }

    Stage stage() {
        return running().stage();
    }

    Page page() {
        return running().page();
    }

    ChromeDriver browser() {
        return running().browser();
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("JUnit starts this");
        }
        return running;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (running != null) {
            running.browser().quit();
            running.stage().close();
        }
    }
}

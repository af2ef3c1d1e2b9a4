package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The settings page in the host's frame, as somebody at the keyboard sees it. */
final class Page {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver browser;

    Page(ChromeDriver browser) {
        this.browser = browser;
    }

    /** Opens the host's page and waits until the settings are there. */
    void open(Stage stage) {
        browser.get(stage.url().toString());
        enter();
    }

    /** Waits for the page in the frame; what follows happens in it. */
    void enter() {
        browser.switchTo().defaultContent();
        browser.switchTo().frame("frame");
        find("main[data-state=ready]");
    }

    /** Uses one of the switches around the frame. */
    void around(String id, String option) {
        browser.switchTo().defaultContent();
        var control = browser.findElement(By.id(id));
        if (option.isEmpty()) {
            control.click();
        } else {
            control.findElement(By.cssSelector("option[value=" + option + "]")).click();
        }
    }

    /** Returns the first element that a selector finds, as soon as there is one. */
    WebElement find(String selector) {
        return await(browser -> browser.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .toList())
                .get(0);
    }

    /** Returns the control with this label. */
    WebElement field(String label) {
        var id = browser.findElement(By.xpath("//label[starts-with(., '" + label + "')]"))
                .getDomAttribute("for");
        return browser.findElement(By.id(Objects.requireNonNull(id)));
    }

    void type(String label, String text) {
        var field = field(label);
        field.clear();
        field.sendKeys(text);
    }

    void press(String label) {
        browser.findElements(By.xpath("//button[.='" + label + "']")).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no button " + label))
                .click();
    }

    /** Waits until the page, or the host's page, says this. */
    void awaitText(String selector, String text) {
        await(browser -> browser.findElements(By.cssSelector(selector)).stream()
                .filter(element -> element.isDisplayed() && element.getText().contains(text))
                .toList());
    }

    /** Saves the first setting and waits for the host's flag, or for what stands in its place. */
    void saveAndWait() {
        press("Save");
        browser.switchTo().defaultContent();
        awaitText(".flag", "Saved");
        browser.switchTo().frame("frame");
    }

    /** Returns what a field says to be wrong with it. */
    String errorOf(String label) {
        var field = field(label);
        var described = Objects.requireNonNull(field.getDomAttribute("aria-describedby"))
                .split(" ", -1);
        var error = browser.findElement(By.id(described[described.length - 1]));
        return "true".equals(field.getDomAttribute("aria-invalid")) ? error.getText() : "";
    }

    WebElement focused() {
        return browser.switchTo().activeElement();
    }

    Object run(String script) {
        return Objects.requireNonNull(browser.executeScript(script));
    }

    /** Returns what axe-core finds to hinder people; empty if nothing does. */
    List<String> hindrances() throws IOException {
        browser.executeScript(axe());
        var found = browser.executeAsyncScript(
                "axe.run().then(result => arguments[0](JSON.stringify(result.violations)), arguments[0])");
        return new ObjectMapper()
                .readTree(String.valueOf(found)).findValues("html").stream()
                        .map(JsonNode::asText)
                        .toList();
    }

    private static String axe() throws IOException {
        try (InputStream script = Page.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns what the browser complained of since it was last asked, but for answers that a test provokes. */
    List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(Predicate.not(message -> message.matches(".*status of (4\\d\\d|503) .*")))
                .toList();
    }

    private <T> List<T> await(Function<ChromeDriver, List<T>> search) {
        return new WebDriverWait(browser, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(ignored -> {
                    var found = search.apply(browser);
                    return found.isEmpty() ? null : found;
                });
    }
}

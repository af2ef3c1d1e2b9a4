package dev.tenantry.app.simulate;

import dev.tenantry.domain.testkit.ServersReport;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, and the driver that came with it. Both must be there: nothing is downloaded. */
final class Chromium {

    private Chromium() {}

    /** Returns whether both programs are there, or must be. */
    static boolean isWanted() {
        boolean wanted = Boolean.parseBoolean(System.getenv("TENANTRY_TEST_REQUIRE_ALL"))
                || (browser().isPresent() && driver().isPresent());
        if (!wanted) {
            ServersReport.skipped("Chromium", "it and its driver are not on the PATH and not named by variables");
        }
        return wanted;
    }

    private static Optional<File> browser() {
        return program("TENANTRY_TEST_CHROMIUM", "chromium");
    }

    private static Optional<File> driver() {
        return program("TENANTRY_TEST_CHROMEDRIVER", "chromedriver");
    }

    private static Optional<File> program(String variable, String name) {
        var named = Optional.ofNullable(System.getenv(variable)).map(Path::of);
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var found = Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name));
        return Stream.concat(named.stream(), found)
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    static ChromeDriver start(int width, int height) {
        var options = new ChromeOptions();
        options.setBinary(browser().orElseThrow(() -> new IllegalStateException("there is no chromium")));
        // Chromium's own sandbox does not run as root, as which CI runs.
        options.addArguments("--headless=new", "--no-sandbox", "--window-size=" + width + "," + height);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        driver().orElseThrow(() -> new IllegalStateException("there is no chromedriver")))
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        ServersReport.ran("Chromium", driver.getCapabilities().getBrowserVersion() + ", real, found on this machine");
        return driver;
    }
}

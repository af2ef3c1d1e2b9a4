package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documented manifest against the schema that Atlassian publishes on npm, where Node is there. The package is 44 MB
 * with what it needs and its licence does not let us bring it along, so it is fetched, and only where all tests must run.
 */
@EnabledIfEnvironmentVariable(named = "TENANTRY_TEST_REQUIRE_ALL", matches = "true")
class ManifestTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String PACKAGES = "@forge/manifest@13.7.0 ajv@8 ajv-formats@2 yaml@2";

    @TempDir
    private Path folder;

    @Test
    void documentedManifestPassesTheSchemaAndABrokenOneDoesNot() throws Exception {
        assumeTrue(isOnPath("npm"), "there is no Node here");
        assertThat(run("npm install --no-audit --no-fund --ignore-scripts --prefix . " + PACKAGES))
                .isZero();
        var manifest = Files.readString(ROOT.resolve("docs/examples/manifest.yml"));
        assertThat(check(manifest)).isZero();
        assertThat(check(manifest.replace("interval: hour", "interval: often"))).isEqualTo(1);
        assertThat(check(withRegions(manifest))).isZero();
        assertThat(check(withRegions(manifest).replace("Hours: 1.5", "Hours: 0.7")))
                .isEqualTo(1);
        assertThat(check(manifest.replace("installed: /installed", "installed: 5")))
                .isEqualTo(1);
    }

    /** Puts what docs/forge.md shows into the places where it belongs. */
    private static String withRegions(String manifest) throws IOException {
        var guide = Files.readString(ROOT.resolve("docs/forge.md"));
        var shown = between(guide, "```yaml\nmodules:\n", "```");
        int remotes = shown.indexOf("\nremotes:\n");
        return manifest.replace("\nmodules:\n", "\nmodules:\n" + shown.substring(0, remotes))
                .replace(
                        "\nremotes:\n" + between(manifest, "\nremotes:\n", "\npermissions:"), shown.substring(remotes));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private int check(String manifest) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("manifest.yml"), manifest);
        var script = Path.of("src/test/resources/manifest/check.mjs").toAbsolutePath();
        return run("node " + script + " " + file);
    }

    private int run(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command.split(" ", -1))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

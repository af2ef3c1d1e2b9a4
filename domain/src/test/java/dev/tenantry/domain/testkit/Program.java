package dev.tenantry.domain.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server's program that does not come as a Maven artifact: used where it is found, a failure where it must be there.
 *
 * @param name its file's name
 * @param variable the environment variable that may name its file
 */
public record Program(String name, String variable) {

    /** Whether a server that cannot be started fails the tests, as {@code TENANTRY_TEST_REQUIRE_ALL} says. */
    public static final boolean ALL_ARE_REQUIRED = Boolean.parseBoolean(System.getenv("TENANTRY_TEST_REQUIRE_ALL"));

    /** Returns whether the program is there, or must be; notes its absence for the report. */
    public boolean isWanted() {
        boolean wanted = ALL_ARE_REQUIRED || find().isPresent();
        if (!wanted) {
            ServersReport.skipped(name, "not on the PATH and not named by " + variable);
        }
        return wanted;
    }

    /** Looks where the variable says, on the path, and where {@code go install} puts programs. */
    private Optional<Path> find() {
        var named = Stream.ofNullable(System.getenv(variable)).map(Path::of);
        var folders =
                Stream.ofNullable(System.getenv("PATH")).flatMap(path -> Arrays.stream(path.split(File.pathSeparator)));
        var installed = Path.of(System.getProperty("user.home"), "go", "bin").toString();
        var found = Stream.concat(folders, Stream.of(installed)).map(folder -> Path.of(folder, name));
        return Stream.concat(named, found).filter(Files::isExecutable).findFirst();
    }

    /** Returns the command that starts the program. */
    public String command() {
        return find().map(Path::toString)
                .orElseThrow(() -> new IllegalStateException(
                        "there is no " + name + ": see .ci/run for how to install it, or name it in " + variable));
    }

    /** Notes for the report that it was started. */
    public void runs(String version) {
        ServersReport.ran(name, version + ", real, found on this machine");
    }
}

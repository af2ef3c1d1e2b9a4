package dev.tenantry.domain.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Temporary folders of servers that end with the tests' JVM. */
public final class Scratch {

    private Scratch() {}

    /** Makes a folder that only our own user may read. */
    public static Path newFolder(String name) {
        try {
            return Files.createTempDirectory("tenantry-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the JVM, when it ends, end the server first and then remove its folder. */
    public static void atExit(Runnable endServer, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            endServer.run();
            remove(folder);
        }));
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenantry.domain.port.out.Installations.Commit;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the file in which the secrets lie. */
class SqliteFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void requirePosix() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "the file system does not keep rights as POSIX does");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void open(Path file, Check check) throws IOException {
        try (var database = Database.empty("jdbc:sqlite:" + file)) {
            var record = tenant("acme");
            var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
            assertThat(database.storage().installations().commit(first)).isTrue();
            check.run();
        }
    }

    /** What is asked while the database is open. */
    private interface Check {
        void run() throws IOException;
    }

    @Test
    void whatWeCreateIsForOurOwnUser() throws IOException {
        var file = folder.resolve("made/by us/tenantry.db");
        open(file, () -> {
            assertThat(rights(folder.resolve("made"))).isEqualTo("rwx------");
            assertThat(rights(folder.resolve("made/by us"))).isEqualTo("rwx------");
            assertThat(rights(file)).isEqualTo("rw-------");
            assertThat(rights(Path.of(file + "-wal"))).isEqualTo("rw-------");
            assertThat(rights(Path.of(file + "-shm"))).isEqualTo("rw-------");
        });
    }

    @Test
    void whatWasThereKeepsItsRights() throws IOException {
        var file = Files.createFile(folder.resolve("tenantry.db"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        open(file, () -> {
            assertThat(rights(folder)).isEqualTo("rwxr-x---");
            assertThat(rights(file)).isEqualTo("rw-r-----");
        });
    }
}

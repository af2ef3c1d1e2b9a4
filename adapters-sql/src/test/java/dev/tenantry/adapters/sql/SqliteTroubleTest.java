package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Race;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One file, and others that use it or stand in its way. */
@Timeout(60)
class SqliteTroubleTest {

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("some/new/folder/tenantry.db");
    }

    private static TenantRecord begin(Storage storage, String name) {
        var record = tenant(name);
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
        return record;
    }

    /** Two storages know nothing of each other's queue, as two processes. */
    @Test
    void writersOfTwoServersSeeNoError() {
        try (var one = Config.prepared(url());
                var other = Config.of(url()).open()) {
            var servers = List.of(one, other);
            var lives = Race.run(
                    16, n -> begin(servers.get(n % 2), "tenant" + n).life().orElseThrow());
            var last = Race.run(16, n -> {
                var outcome = PutOutcome.UNMET;
                for (int round = 0; round < 10; round++) {
                    outcome = servers.get(n % 2).settings().put(lives.get(n), setting("a", "" + round), new Any(), 10);
                }
                return outcome;
            });
            assertThat(last).containsOnly(PutOutcome.REPLACED);
        }
    }

    @Test
    void writeThatFindsTheFileLockedEndsWithItsTimeout() {
        Config.prepared(url()).close();
        try (var storage = Config.of(url(), Duration.milliseconds(500)).open()) {
            Raw.use(url(), connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("BEGIN IMMEDIATE");
                    assertThatExceptionOfType(StorageException.class).isThrownBy(() -> begin(storage, "acme"));
                    assertThat(storage.installations().find(tenant("acme").id()))
                            .isEmpty();
                    return statement.execute("ROLLBACK");
                }
            });
            begin(storage, "acme");
        }
    }

    @Test
    void fileThatIsNoDatabaseIsSaidToBeNone() throws IOException {
        var file = Files.writeString(folder.resolve("text.db"), "no database, but longer than its header. ".repeat(9));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Config.of("jdbc:sqlite:" + file).open())
                .withMessageContaining("SQLITE_NOTADB");
    }

    @Test
    void placeWhereNoFolderCanBeIsNamed() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Config.of("jdbc:sqlite:" + file.resolve("below/tenantry.db"))
                        .open())
                .withMessageContaining("tenantry.db");
    }

    @Test
    void databaseInMemoryIsRefused() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Config.of("jdbc:sqlite::memory:").open())
                .withMessageContaining("must name a file");
    }
}

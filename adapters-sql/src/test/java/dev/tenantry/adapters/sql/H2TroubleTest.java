package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One file, and others that stand in its way. */
@Timeout(60)
class H2TroubleTest {

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("tenantry");
    }

    private static Life begin(Storage storage) {
        var record = tenant("acme");
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
        return record.life().orElseThrow();
    }

    /** H2 locks its file for one process; a lock of ours is as good as another process's. */
    @Test
    void fileOfAnotherProcessCannotBeOpenedUntilThatEnds() throws IOException {
        Config.prepared(url()).close();
        try (var file = FileChannel.open(folder.resolve("tenantry.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(
                            () -> Config.of(url(), Duration.seconds(1)).open().ping());
        }
        try (var storage = Config.of(url()).open()) {
            begin(storage);
        }
    }

    @Test
    void writeThatFindsItsRowLockedEndsWithItsTimeout() {
        try (var patient = Config.prepared(url());
                var storage = Config.of(url(), Duration.milliseconds(500)).open()) {
            var life = begin(patient);
            Raw.use(url(), connection -> {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("SELECT * FROM \"AddonSettings\" FOR UPDATE");
                    assertThatExceptionOfType(StorageException.class)
                            .isThrownBy(() -> storage.settings().put(life, setting("a", "1"), new Any(), 10));
                }
                connection.rollback();
                return true;
            });
            assertThat(storage.settings().put(life, setting("a", "1"), new Any(), 10))
                    .isEqualTo(PutOutcome.CREATED);
        }
    }
}

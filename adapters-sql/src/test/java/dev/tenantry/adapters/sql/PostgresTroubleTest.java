package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.util.Duration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that does not do as it should. */
@Timeout(60)
class PostgresTroubleTest {

    private static final Duration TIMEOUT = Duration.seconds(1);

    private final String url = PostgresServer.newSchema();
    private final TenantRecord record = tenant("acme");
    private final Life life = record.life().orElseThrow();
    private Storage storage = Config.prepared(url);

    @BeforeEach
    void begin() {
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
        storage.close();
        storage = Config.of(url, TIMEOUT).open();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private PutOutcome put(String value) {
        return storage.settings().put(life, setting("a", value), new Any(), 10);
    }

    @Test
    void callThatWaitsForALockEndsWithItsTimeout() {
        Raw.use(url, connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT * FROM \"AddonSettings\" FOR UPDATE");
                assertThatExceptionOfType(StorageException.class).isThrownBy(() -> put("1"));
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> storage.installations().commit(Commit.replace(record, record)));
            }
            connection.rollback();
            return true;
        });
        assertThat(put("1")).isEqualTo(PutOutcome.CREATED);
    }

    @Test
    void connectionsThatTheServerEndedAreForgottenAfterOneFailure() {
        assertThat(put("1")).isEqualTo(PutOutcome.CREATED);
        Raw.query(
                url,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'tenantry' AND datname = current_database()");
        var failure = catchThrowableOfType(RuntimeException.class, () -> put("2"));
        assertThat(failure == null || failure instanceof StorageException).isTrue();
        assertThat(put("3")).isEqualTo(PutOutcome.REPLACED);
    }

    @Test
    void valueThatTheServerRefusesIsNotQuoted() {
        var failure = catchThrowableOfType(StorageException.class, () -> put("{\"hunter2\":"));
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).contains("22P02").doesNotContain("hunter2");
    }
}

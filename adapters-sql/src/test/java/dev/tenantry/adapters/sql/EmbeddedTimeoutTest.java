package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that would run for a minute, on databases that no network timeout can cut off. */
class EmbeddedTimeoutTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private static final String NUMBERS =
            "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 300000000)";

    private static final String PAIRS = "SYSTEM_RANGE(1, 60000) AS a, SYSTEM_RANGE(1, 60000) AS b WHERE a.x + b.x = 0";

    @TempDir
    private Path folder;

    private Sql sqlite() {
        return open("jdbc:sqlite:" + folder.resolve("tenantry.db"));
    }

    private static Sql h2() {
        return open("jdbc:h2:mem:" + UUID.randomUUID());
    }

    private static Sql open(String url) {
        var dialect = Dialect.of(url).orElseThrow();
        var pool = new SqlPool();
        pool.setUrl(url);
        dialect.configure(pool, TIMEOUT);
        return new Sql(pool.connect(dialect, TIMEOUT), dialect, TIMEOUT);
    }

    private static void assertEnded(Sql sql, String query) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> sql.read(
                        "count",
                        handle -> handle.createQuery(query).mapTo(Integer.class).list()))
                .withMessageContaining("cannot count");
    }

    private static void assertTableTakesARow(Sql sql) {
        sql.transact("insert", handle -> handle.execute("INSERT INTO t (n) VALUES (1)"));
        int rows = sql.read(
                "count",
                handle -> handle.createQuery("SELECT COUNT(*) FROM t")
                        .mapTo(Integer.class)
                        .one());
        assertThat(rows).isEqualTo(1);
    }

    private static void assertWriteEnded(Sql sql, String insert) {
        sql.transact("create", handle -> handle.execute("CREATE TABLE t (n BIGINT)"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> sql.transact("fill", handle -> handle.execute(insert)))
                .withMessageContaining("cannot fill");
        assertTableTakesARow(sql);
    }

    @Test
    void longReadOfSqliteIsEnded() {
        try (var sql = sqlite()) {
            assertEnded(sql, NUMBERS + " SELECT COUNT(*) FROM numbers");
        }
    }

    @Test
    void longReadOfSqliteIsEndedBetweenTwoRows() {
        try (var sql = sqlite()) {
            assertEnded(sql, NUMBERS + " SELECT n FROM numbers WHERE n IN (1, 300000000)");
        }
    }

    @Test
    void longWriteOfSqliteIsUndoneAndTheNextOneGoesOn() {
        try (var sql = sqlite()) {
            assertWriteEnded(sql, "INSERT INTO t (n) " + NUMBERS + " SELECT n FROM numbers WHERE n IN (1, 300000000)");
        }
    }

    @Test
    void longReadOfH2IsEnded() {
        try (var sql = h2()) {
            assertEnded(sql, "SELECT COUNT(*) FROM " + PAIRS);
        }
    }

    @Test
    void changeOfTheSchemaOfH2IsGivenLongerThanTheTimeoutOfTheSession() {
        try (var sql = h2()) {
            int seconds = sql.change("ask", handle -> {
                try (var statement = handle.getConnection().createStatement()) {
                    return statement.getQueryTimeout();
                }
            });
            assertThat(seconds).isGreaterThan(60);
        }
    }

    @Test
    void longWriteOfH2IsUndoneAndTheNextOneGoesOn() {
        try (var sql = h2()) {
            assertWriteEnded(sql, "INSERT INTO t (n) SELECT a.x FROM " + PAIRS);
        }
    }
}

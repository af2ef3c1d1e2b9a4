package dev.tenantry.adapters.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** When a call must have ended. Each of its statements is given what is left of the time. */
final class Deadline implements StatementCustomizer {

    private static final long MAX_PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final Dialect dialect;
    private final long end;

    Deadline(Dialect dialect, Duration timeout) {
        this.dialect = dialect;
        this.end = System.nanoTime() + timeout.toNanos();
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return remaining().toMillis() == 0;
    }

    /** @throws SQLTimeoutException if nothing is left */
    void limit(Connection connection) throws SQLException {
        var left = remaining();
        if (left.toMillis() == 0) {
            throw new SQLTimeoutException("the time for the call is over");
        }
        // Looked at once: to a driver, no time left means no limit.
        dialect.limit(connection, left);
    }

    /** Lets others finish before the next attempt; of those that met, not all come back at the same moment. */
    void pause() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_PAUSE_NANOS));
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        limit(statement.getConnection());
        if (dialect.isEmbedded()) {
            context.addCleanable(Alarm.set(statement, remaining()));
        }
    }
}

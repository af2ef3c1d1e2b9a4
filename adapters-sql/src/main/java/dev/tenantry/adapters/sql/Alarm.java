package dev.tenantry.adapters.sql;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.statement.Cleanable;

/**
 * Cancels a statement when its time is over. For embedded databases, which have no answer of a network to await: the query
 * timeout of H2 counts whole seconds, and that of SQLite's driver limits the wait for locks and not the work.
 *
 * <p>Nothing is cancelled any more once this is closed, for the connection may be another call's by then.
 */
final class Alarm implements Cleanable {

    private final CompletableFuture<Boolean> inTime = new CompletableFuture<>();
    private final CompletableFuture<Boolean> settled;

    private Alarm(Statement statement, Duration remaining) {
        settled = inTime.orTimeout(remaining.toNanos(), TimeUnit.NANOSECONDS).exceptionally(late -> cancel(statement));
    }

    /** Sets it for a statement that is about to begin. */
    static Alarm set(Statement statement, Duration remaining) {
        return new Alarm(statement, remaining);
    }

    private static boolean cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // Closed at this very moment: it came to its end.
        }
        return false;
    }

    /** Waits for a cancelling that has begun, which only sets a flag. */
    @Override
    public void close() {
        inTime.complete(true);
        settled.join();
    }
}

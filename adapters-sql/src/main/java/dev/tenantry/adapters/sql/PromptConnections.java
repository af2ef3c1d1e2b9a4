package dev.tenantry.adapters.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Lends connections to a server within the timeout. The pool alone would not: it waits for a free connection, asks it for
 * a sign of life and makes a new one in its place, each for as long as the timeout allows. So it does that on a thread of
 * its own, which gives back what comes too late.
 */
final class PromptConnections implements ConnectionFactory, AutoCloseable {

    private final DataSource pool;
    private final Duration timeout;
    private final ExecutorService borrowers = Executors.newCachedThreadPool(PromptConnections::thread);

    PromptConnections(DataSource pool, Duration timeout) {
        this.pool = pool;
        this.timeout = timeout;
    }

    /** None of them holds up the end of the process. */
    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "storage-borrower");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Connection openConnection() throws SQLException {
        var lent = new CompletableFuture<Connection>();
        borrowers.execute(() -> lend(lent));
        try {
            return lent.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e.getCause());
        } catch (TimeoutException e) {
            giveUp(lent);
            throw new SQLTimeoutException("no connection within the timeout", e);
        } catch (InterruptedException e) {
            giveUp(lent);
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while it waited for a connection", e);
        }
    }

    /** What is lent at this very moment goes back. */
    private static void giveUp(CompletableFuture<Connection> lent) throws SQLException {
        if (!lent.cancel(false) && !lent.isCompletedExceptionally()) {
            lent.join().close();
        }
    }

    private void lend(CompletableFuture<Connection> wanted) {
        try {
            var connection = pool.getConnection();
            if (!wanted.complete(connection)) {
                connection.close();
            }
        } catch (SQLException | RuntimeException failure) {
            wanted.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        borrowers.shutdown();
    }
}

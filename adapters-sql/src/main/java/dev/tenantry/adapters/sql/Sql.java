package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import io.dropwizard.db.ManagedDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Runs statements within the timeout; the one place where a failure of the database becomes a {@link StorageException}.
 *
 * <p>Work that met another transaction is run again until the timeout ends. That is safe because it only reads, or is one
 * statement or one transaction, of which nothing happened when it failed so. Any other failure is not tried again: it may
 * have happened.
 */
final class Sql implements AutoCloseable {

    /** Long enough to index millions of rows. */
    private static final Duration SCHEMA_TIMEOUT = Duration.ofMinutes(30);

    private final ManagedDataSource pool;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Duration timeout;
    private final Semaphore writers;

    Sql(ManagedDataSource pool, Dialect dialect, Duration timeout) {
        this.pool = pool;
        this.dialect = dialect;
        this.timeout = timeout;
        this.writers = new Semaphore(dialect.writers(), true);
        this.jdbi = Jdbi.create(pool).registerArrayType(String.class, "varchar");
        // Our SQL is no template, and no recording of the JVM may see what it is given.
        jdbi.configure(
                SqlStatements.class,
                statements -> statements.setTemplateEngine(TemplateEngine.NOP).setJfrParamMaxLength(0));
    }

    /**
     * Runs work that only reads: one statement nearly always, and as many as a {@link Page} takes.
     *
     * @param doing what to say was being done, should it fail
     */
    <T> T read(String doing, HandleCallback<T, SQLException> work) {
        return retry(doing, new Deadline(dialect, timeout), work);
    }

    /** Runs one statement, or one transaction, that writes. */
    <T> T write(String doing, HandleCallback<T, SQLException> work) {
        return queue(doing, new Deadline(dialect, timeout), work);
    }

    /** Runs one transaction that writes. */
    <T> T transact(String doing, HandleCallback<T, SQLException> work) {
        return write(doing, handle -> handle.inTransaction(work));
    }

    /** Runs one transaction that changes the schema, which may take long. */
    <T> T change(String doing, HandleCallback<T, SQLException> work) {
        return queue(doing, new Deadline(dialect, SCHEMA_TIMEOUT), handle -> handle.inTransaction(work));
    }

    private <T> T queue(String doing, Deadline deadline, HandleCallback<T, SQLException> work) {
        try {
            if (!writers.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StorageException("cannot " + doing + ": too many others are writing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(doing, e);
        }
        try {
            return retry(doing, deadline, work);
        } finally {
            writers.release();
        }
    }

    private <T> T retry(String doing, Deadline deadline, HandleCallback<T, SQLException> work) {
        while (true) {
            try {
                return attempt(deadline, work);
            } catch (JdbiException | SQLException e) {
                var failure = Failure.of(e);
                forgetConnections(failure);
                if (deadline.isOver() || !dialect.isConflict(failure.cause())) {
                    throw new StorageException(doing, failure.presentable());
                }
                deadline.pause();
            }
        }
    }

    private <T> T attempt(Deadline deadline, HandleCallback<T, SQLException> work) throws SQLException {
        return jdbi.withHandle(handle -> {
            handle.getConfig(SqlStatements.class).addCustomizer(deadline);
            deadline.limit(handle.getConnection());
            return work.withHandle(handle);
        });
    }

    /** When one connection is broken, those that wait in the pool are too. */
    private void forgetConnections(Failure failure) {
        if (failure.isBrokenConnection() && pool instanceof DataSourceProxy connections) {
            connections.purge();
        }
    }

    @Override
    public void close() {
        try {
            pool.stop();
        } catch (Exception e) {
            throw new StorageException("close the storage", e);
        }
    }
}

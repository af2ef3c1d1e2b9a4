package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import io.dropwizard.db.DataSourceFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * H2 in a file or in memory, with tables of ACE's shape.
 *
 * <p>H2 orders text by UTF-16 units. Each name therefore has a generated column with its UTF-8 form beside it, whose order
 * is that of code points.
 */
record H2(String url) implements Dialect {

    /** The URLs of H2 that lead to no server. */
    static final String URLS = "(?!jdbc:h2:(tcp|ssl):).*";

    /** What is expected of a URL of H2. */
    static final String EXPECTED = "must not lead to a server of H2, which serves here only in the process of Tenantry:"
            + " use PostgreSQL, MariaDB or MySQL";

    private static final ReentrantLock SCHEMA = new ReentrantLock();

    private static final int CONCURRENT_UPDATE = 90131;
    private static final int LOCK_TIMEOUT = 50200;

    @Override
    public String script() {
        return "h2.sql";
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    /** A database in memory lives as long as the process, not as long as one connection. */
    @Override
    public void configure(DataSourceFactory pool, Duration timeout) {
        if (!url.matches(URLS)) {
            throw new StorageException("storage.url " + EXPECTED);
        }
        var keep = url.startsWith("jdbc:h2:mem:") ? ";DB_CLOSE_DELAY=-1" : "";
        pool.setUrl(url + keep + ";LOCK_TIMEOUT=" + timeout.toMillis() / 4);
    }

    @Override
    public void configureReading(DataSourceFactory pool, Duration timeout) {
        configure(pool, timeout);
        pool.setUrl(pool.getUrl() + ";IFEXISTS=TRUE");
    }

    /** H2 knows one query timeout for the whole session, and the pool's check of the connection has just set it. */
    @Override
    public void limit(Connection connection, Duration remaining) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(Dialect.wholeSeconds(remaining));
        }
    }

    @Override
    public boolean isConflict(SQLException failure) {
        int code = failure.getErrorCode();
        return code == CONCURRENT_UPDATE || code == LOCK_TIMEOUT || Dialect.super.isConflict(failure);
    }

    @Override
    public String exact(String column) {
        return column;
    }

    @Override
    public String ordered(String name) {
        return name.startsWith(":") ? "CAST(" + name + " AS VARBINARY)" : name.replaceFirst("\"$", "Utf8\"");
    }

    /** Each change of a schema ends the transaction, and with it any lock in the database. */
    @Override
    public void lockSchema(Handle handle, Tables tables) {
        SCHEMA.lock();
    }

    @Override
    public void unlockSchema(Handle handle) {
        SCHEMA.unlock();
    }
}

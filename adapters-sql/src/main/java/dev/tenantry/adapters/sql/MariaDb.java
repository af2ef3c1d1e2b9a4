package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.DataSourceFactory.TransactionIsolation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * MariaDB 10.6 or MySQL 8.0, and later ones, by the driver of MariaDB.
 *
 * <p>Their usual collations take {@code a} for {@code A} and ignore blanks at the end. The key columns are given one that
 * compares bytes, and its order is that of code points.
 */
record MariaDb(String url) implements Dialect {

    private static final int RECORD_CHANGED = 1020;
    private static final int DUPLICATE = 1062;
    private static final int DEADLOCK = 1213;

    /** MariaDB remembers what a subquery found for a name, and takes another one that its collation finds equal for it. */
    private static final String EXACT_SUBQUERIES = "SET @tenantry = 1 /*M!, optimizer_switch = 'subquery_cache=off' */";

    private static final String LOCK = "'tenantry'";
    private static final int LOCK_SECONDS = 600;

    @Override
    public String script() {
        return "mariadb.sql";
    }

    /** In READ COMMITTED a search locks the rows that it finds and not the gaps between them. */
    @Override
    public void configure(DataSourceFactory pool, Duration timeout) {
        var millis = Long.toString(Dialect.toConnect(timeout).toMillis());
        pool.setUrl(url.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"));
        pool.setProperties(Map.of("connectTimeout", millis, "socketTimeout", millis));
        pool.setDefaultTransactionIsolation(TransactionIsolation.READ_COMMITTED);
    }

    @Override
    public void configureReading(DataSourceFactory pool, Duration timeout) {
        Dialect.super.configureReading(pool, timeout);
        pool.setInitializationQuery(EXACT_SUBQUERIES);
    }

    @Override
    public void limit(Connection connection, Duration remaining) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(remaining.toMillis()));
    }

    @Override
    public boolean isConflict(SQLException failure) {
        int code = failure.getErrorCode();
        return code == RECORD_CHANGED || code == DUPLICATE || code == DEADLOCK || Dialect.super.isConflict(failure);
    }

    @Override
    public String quote(String sql) {
        return sql.replace('"', '`');
    }

    @Override
    public String exact(String column) {
        return column;
    }

    /** The first comparison may use an index; only the second one is exact before the tables are prepared. */
    @Override
    public String identical(String left, String right) {
        return left + " = " + right + " AND CAST(" + left + " AS BINARY) = CAST(" + right + " AS BINARY)";
    }

    @Override
    public void lockSchema(Handle handle, Tables tables) {
        var got = handle.createQuery("SELECT GET_LOCK(" + LOCK + ", " + LOCK_SECONDS + ")")
                .mapTo(Integer.class)
                .one();
        if (got != 1) {
            throw new StorageException("another server has been preparing the tables for too long");
        }
    }

    @Override
    public void unlockSchema(Handle handle) {
        handle.execute("DO RELEASE_LOCK(" + LOCK + ")");
    }

    @Override
    public List<String> adopt(Handle handle, Tables tables) {
        var exact = " CHARACTER SET utf8mb4 COLLATE " + collation(handle);
        var name = " VARCHAR(255)" + exact;
        var settings =
                "ALTER TABLE {settings} MODIFY \"clientKey\"%1$s, MODIFY \"key\"%1$s, MODIFY \"val\" LONGTEXT%2$s";
        var links = "ALTER TABLE {links} MODIFY \"installationId\"%1$s NOT NULL, MODIFY \"clientKey\"%1$s NOT NULL";
        var duplicates = "ALTER TABLE {duplicates} MODIFY \"clientKey\"%1$s, MODIFY \"key\"%1$s,"
                + " MODIFY \"val\" LONGTEXT%2$s";
        for (var change : List.of(settings, links, duplicates)) {
            handle.execute(tables.sql(change.formatted(name, exact)));
        }
        return List.of("Made the columns of table " + tables.settings() + " tell apart all that differs.");
    }

    private static String collation(Handle handle) {
        var version = handle.createQuery("SELECT VERSION()").mapTo(String.class).one();
        return version.contains("MariaDB") ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";
    }
}

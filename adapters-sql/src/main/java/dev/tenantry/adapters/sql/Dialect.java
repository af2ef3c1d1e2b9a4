package dev.tenantry.adapters.sql;

import io.dropwizard.db.DataSourceFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What differs between databases; the rest of this package is the same SQL for all of them. */
sealed interface Dialect permits Sqlite, Postgres, MariaDb, H2 {

    /** The URLs that we know how to use. */
    String URLS = "jdbc:(sqlite|postgresql|mariadb|mysql|h2):.+";

    /** What is expected of a URL. */
    String EXPECTED = "must be a JDBC URL of SQLite, PostgreSQL, MariaDB, MySQL or H2";

    /** Returns the dialect of the database that the URL names, or empty if we know none. */
    static Optional<Dialect> of(String url) {
        return switch (url.matches(URLS) ? url.split(":", 3)[1] : "") {
            case "sqlite" -> Optional.of(new Sqlite(url));
            case "postgresql" -> Optional.of(new Postgres());
            case "mariadb", "mysql" -> Optional.of(new MariaDb(url));
            case "h2" -> Optional.of(new H2(url));
            default -> Optional.empty();
        };
    }

    /** Returns the name of the script in which the tables are declared. */
    String script();

    /** Returns whether the database lives in this process. */
    default boolean isEmbedded() {
        return false;
    }

    /** Sets what connections of this database need, so that none of them waits longer than the timeout. */
    void configure(DataSourceFactory pool, Duration timeout);

    /** Sets what connections need that look at a database of somebody else: they change nothing, and create none. */
    default void configureReading(DataSourceFactory pool, Duration timeout) {
        configure(pool, timeout);
        pool.setReadOnlyByDefault(true);
    }

    /** Lets no answer on this connection be awaited longer than this; an embedded database needs an {@link Alarm}. */
    default void limit(Connection connection, Duration remaining) throws SQLException {}

    /** Returns how many may write at once. */
    default int writers() {
        return Integer.MAX_VALUE;
    }

    /** Returns whether the failed transaction met another one and may succeed when it is run again. */
    default boolean isConflict(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("40") || state.equals("23505");
    }

    /** Returns SQL written with double quotes in this database's own way of quoting names. */
    default String quote(String sql) {
        return sql;
    }

    /** Returns an expression for a column of names that is compared byte by byte. */
    String exact(String column);

    /** Returns an expression for such a column, or for a parameter, that is ordered by code points. */
    default String ordered(String name) {
        return exact(name);
    }

    /** Returns a condition that two columns of names are the same, byte by byte, whatever their collations take for equal. */
    default String identical(String left, String right) {
        return left + " = " + right;
    }

    /** Returns an expression for a stored value as its exact text. */
    default String text(String column) {
        return column;
    }

    /** Returns an expression for a value to store. */
    default String json(String parameter) {
        return parameter;
    }

    /** Returns what {@link #json} is given: the text in the form in which the driver must see it. */
    default Object bound(String text) {
        return text;
    }

    /** Returns the clause that locks the rows of a query until the end of the transaction. */
    default String forUpdate() {
        return "FOR UPDATE";
    }

    /** Returns writes that need one statement only, if the database has such. */
    default Optional<PostgresWrites> shortcut(Tables tables) {
        return Optional.empty();
    }

    /** Begins a change of the schema that no other server makes at the same time. */
    default void lockSchema(Handle handle, Tables tables) {}

    /** Changes tables that ACE created until they can keep every key and value apart; says what it did. */
    default List<String> adopt(Handle handle, Tables tables) {
        return List.of();
    }

    /** Ends what {@link #lockSchema} began, if the end of the transaction does not. */
    default void unlockSchema(Handle handle) {}

    /** Returns what a call has for making a connection, after it has waited in vain for a {@link SignOfLife} of another. */
    static Duration toConnect(Duration timeout) {
        return timeout.dividedBy(2);
    }

    /** Rounds up to what drivers take that count in seconds. */
    static int wholeSeconds(Duration timeout) {
        return Math.toIntExact(timeout.plusMillis(999).toSeconds());
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import io.dropwizard.db.DataSourceFactory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** PostgreSQL 11 or later. Values stay in ACE's column of type {@code json}, which keeps their text as it is. */
record Postgres() implements Dialect {

    /** Any number will do, as long as every Tenantry locks the same one. */
    private static final long SCHEMA_LOCK = 0x7E_4A_47_7259L;

    @Override
    public String script() {
        return "postgresql.sql";
    }

    /**
     * Details of errors quote what was stored, secrets included; the server's own timeout ends what nobody awaits. Only the
     * time for a whole login may be a fraction of a second.
     */
    @Override
    public void configure(DataSourceFactory pool, Duration timeout) {
        var seconds = Integer.toString(Dialect.wholeSeconds(timeout));
        var toConnect = BigDecimal.valueOf(Dialect.toConnect(timeout).toMillis(), 3);
        pool.setProperties(Map.of(
                "connectTimeout",
                seconds,
                "socketTimeout",
                seconds,
                "loginTimeout",
                toConnect.toPlainString(),
                "logServerErrorDetail",
                "false",
                "ApplicationName",
                "tenantry"));
        pool.setInitializationQuery("SET statement_timeout = " + timeout.toMillis());
    }

    @Override
    public void limit(Connection connection, Duration remaining) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(remaining.toMillis()));
    }

    @Override
    public String exact(String column) {
        return column + " COLLATE \"C\"";
    }

    @Override
    public String text(String column) {
        return "CAST(" + column + " AS text)";
    }

    @Override
    public String json(String parameter) {
        return "CAST(" + parameter + " AS json)";
    }

    @Override
    public Optional<PostgresWrites> shortcut(Tables tables) {
        return Optional.of(new PostgresWrites(tables));
    }

    @Override
    public void lockSchema(Handle handle, Tables tables) {
        handle.execute("SET LOCAL statement_timeout = 0");
        handle.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }

    /** ACE may be running: nobody writes while duplicates move and indexes grow. */
    @Override
    public List<String> adopt(Handle handle, Tables tables) {
        var type = "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = CAST(:table AS regclass) AND attname = 'val'";
        var found = handle.createQuery(type)
                .bind("table", '"' + tables.settings() + '"')
                .mapTo(String.class)
                .one();
        if (!found.equals("json")) {
            throw new StorageException("column val of table " + tables.settings() + " has the type " + found
                    + ", which changes what it is given: convert it to json first");
        }
        handle.execute(tables.sql("LOCK TABLE {settings}, {links} IN SHARE ROW EXCLUSIVE MODE"));
        return List.of();
    }
}

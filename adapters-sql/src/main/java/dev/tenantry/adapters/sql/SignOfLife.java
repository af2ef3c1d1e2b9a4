package dev.tenantry.adapters.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.jdbc.pool.PooledConnection;
import org.apache.tomcat.jdbc.pool.Validator;

/**
 * Asks connections to a server for a sign of life before they are lent, and waits for it for a share of the timeout only:
 * making a new connection in the place of a silent one must fit into the same call.
 */
final class SignOfLife implements Validator {

    private static final String QUESTION = "SELECT 1";

    private final Dialect dialect;
    private final Duration patience;
    private final Optional<String> greeting;

    /** @param greeting what a new connection is told first, if anything: the pool leaves that to whoever validates */
    SignOfLife(Dialect dialect, Duration patience, Optional<String> greeting) {
        this.dialect = dialect;
        this.patience = patience;
        this.greeting = greeting;
    }

    @Override
    public boolean validate(Connection connection, int occasion) {
        var sql = greeting.filter(text -> occasion == PooledConnection.VALIDATE_INIT);
        try (var statement = connection.createStatement()) {
            dialect.limit(connection, patience);
            statement.execute(sql.orElse(QUESTION));
            return true;
        } catch (SQLException silentOrBroken) {
            return false;
        }
    }
}

package dev.tenantry.adapters.sql.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;

/** What the tests ask of a server before there is a database of their own. */
final class Statements {

    private Statements() {}

    static void execute(String url, String text) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the only value of the answer. */
    static String query(String url, String text) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var result = statement.executeQuery(text)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.tenantry.adapters.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks at a database as anybody else may, with nothing of ours in between. */
final class Raw {

    private Raw() {}

    static void execute(String url, String... statements) {
        use(url, connection -> {
            for (var text : statements) {
                try (var statement = connection.createStatement()) {
                    statement.execute(text);
                }
            }
            return statements.length;
        });
    }

    /** Runs a script that has one statement on each line. */
    static void run(String url, String script) {
        try (var text = Objects.requireNonNull(Raw.class.getResourceAsStream(script), script)) {
            execute(url, new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns each row as its columns joined by a bar. */
    static List<String> query(String url, String query) {
        return use(url, connection -> {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery(query)) {
                var rows = new ArrayList<String>();
                while (result.next()) {
                    var columns = new ArrayList<String>();
                    for (int n = 1; n <= result.getMetaData().getColumnCount(); n++) {
                        columns.add(String.valueOf(result.getString(n)));
                    }
                    rows.add(String.join("|", columns));
                }
                return rows;
            }
        });
    }

    /** What is done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    static <T> T use(String url, Work<T> work) {
        try (var connection = DriverManager.getConnection(url)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

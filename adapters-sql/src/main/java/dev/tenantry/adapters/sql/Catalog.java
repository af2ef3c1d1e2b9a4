package dev.tenantry.adapters.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the schema of a connection holds, asked in JDBC's words, which are the same everywhere. */
record Catalog(Connection connection) {

    static Catalog of(Handle handle) {
        return new Catalog(handle.getConnection());
    }

    Set<String> tables() throws SQLException {
        var schema = connection.getSchema();
        try (var rows =
                connection.getMetaData().getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE"})) {
            return names(rows, "TABLE_NAME");
        }
    }

    /** Returns the indexes of a table; none if there is no such table. */
    Set<String> indexes(String table) throws SQLException {
        if (!tables().contains(table)) {
            return Set.of();
        }
        var schema = connection.getSchema();
        try (var rows = connection.getMetaData().getIndexInfo(connection.getCatalog(), schema, table, false, true)) {
            return names(rows, "INDEX_NAME");
        }
    }

    /** Returns the columns of a table as they are called there, by their names in lower case. */
    Map<String, String> columns(String table) throws SQLException {
        var schema = connection.getSchema();
        try (var rows = connection.getMetaData().getColumns(connection.getCatalog(), schema, table, "%")) {
            return names(rows, "COLUMN_NAME").stream()
                    .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
        }
    }

    private static Set<String> names(ResultSet rows, String column) throws SQLException {
        var names = new HashSet<String>();
        while (rows.next()) {
            names.add(rows.getString(column));
        }
        return names;
    }
}

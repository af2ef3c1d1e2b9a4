package dev.tenantry.adapters.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
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

    private static Set<String> names(ResultSet rows, String column) throws SQLException {
        var names = new HashSet<String>();
        while (rows.next()) {
            names.add(rows.getString(column));
        }
        return names;
    }
}

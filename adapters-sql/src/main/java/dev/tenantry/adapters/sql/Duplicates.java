package dev.tenantry.adapters.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Moves rows out of the way of the unique indexes. ACE leaves several rows under one name when calls race, and reads any
 * of them; the one with the highest id was written last. The others go to a table of their own, and nothing is lost.
 */
final class Duplicates {

    private static final String FIND = """
            SELECT "id", "tenant", "name", "kept" FROM (
              SELECT "id", "clientKey" AS "tenant", %2$s AS "name", MAX("id") OVER (PARTITION BY %3$s) AS "kept"
              FROM %1$s WHERE "clientKey" IS NOT NULL AND %2$s IS NOT NULL) AS numbered
            WHERE "id" < "kept" ORDER BY "id"
            """;

    private static final String COPY = """
            INSERT INTO {duplicates} ("source", "id", "clientKey", "key", "val")
            SELECT :source, "id", "clientKey", %2$s, %3$s FROM %1$s WHERE "id" = :id
            """;

    private final Tables tables;

    Duplicates(Tables tables) {
        this.tables = tables;
    }

    /** A row to move, and the one that stays. */
    private record Duplicate(int id, String tenant, String name, int kept) {

        static Duplicate read(ResultSet row, StatementContext context) throws SQLException {
            return new Duplicate(row.getInt("id"), row.getString("tenant"), row.getString("name"), row.getInt("kept"));
        }
    }

    /** Returns one sentence for each row that was moved. */
    List<String> move(Handle handle) {
        var moved = new ArrayList<String>();
        moved.addAll(move(handle, tables.settings(), "\"key\"", "{tenant}, {key}", "\"val\""));
        moved.addAll(move(handle, Tables.LINKS, "\"installationId\"", "{alias}", "NULL"));
        return moved;
    }

    private List<String> move(Handle handle, String table, String name, String identity, String value) {
        var quoted = '"' + table + '"';
        var duplicates = handle.createQuery(tables.sql(FIND.formatted(quoted, name, identity)))
                .map(Duplicate::read)
                .list();
        var copy = tables.sql(COPY.formatted(quoted, name, value));
        var delete = tables.sql("DELETE FROM " + quoted + " WHERE \"id\" = :id");
        for (var duplicate : duplicates) {
            handle.createUpdate(copy)
                    .bind("source", table)
                    .bind("id", duplicate.id())
                    .execute();
            handle.createUpdate(delete).bind("id", duplicate.id()).execute();
        }
        return duplicates.stream().map(row -> sentence(table, row)).toList();
    }

    private static String sentence(String table, Duplicate row) {
        return "Moved row %d of table %s to %s: row %d has the same name, '%s' of tenant %s, and is newer."
                .formatted(row.id(), table, Tables.DUPLICATES, row.kept(), row.name(), row.tenant());
    }
}

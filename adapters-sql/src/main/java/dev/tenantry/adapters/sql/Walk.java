package dev.tenantry.adapters.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A walk through a table of ACE's in the order of its ids, page by page, so that neither a transaction nor a cursor stays
 * open meanwhile.
 *
 * @param query returns {@code id}, {@code tenant}, {@code name} and {@code mark} of the next {@code :limit} rows after
 *     {@code :after}
 */
record Walk(Sql sql, String query) {

    private static final int LIMIT = 500;

    /**
     * A row without its value.
     *
     * @param tenant its clientKey; empty for NULL
     * @param name its key or alias; empty for NULL
     * @param mark what the query says of it
     */
    record Step(long id, String tenant, String name, boolean mark) {

        static Step read(ResultSet row, StatementContext context) throws SQLException {
            return new Step(row.getLong("id"), text(row, "tenant"), text(row, "name"), row.getInt("mark") != 0);
        }

        private static String text(ResultSet row, String column) throws SQLException {
            var text = row.getString(column);
            return text == null ? "" : text;
        }
    }

    void each(Consumer<Step> visitor) {
        long after = Long.MIN_VALUE;
        List<Step> page;
        do {
            page = next(after);
            page.forEach(visitor);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == LIMIT);
    }

    private List<Step> next(long after) {
        return sql.read(
                "read the rows of ACE",
                handle -> handle.createQuery(query)
                        .bind("after", after)
                        .bind("limit", LIMIT)
                        .map(Step::read)
                        .list());
    }
}

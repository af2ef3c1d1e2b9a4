package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills one page: nearly always by one query, and by more if ACE left rows in the way whose names cannot be ours.
 *
 * @param type what a row is to us, or empty if it is nothing
 * @param limit the size of the page
 */
record Page<T>(Function<Entry, Optional<T>> type, int limit) {

    /**
     * @param after the name before the first, or empty to begin with the first
     * @param query returns the next {@code limit} rows, in order, after a name
     * @throws StorageException if the rows of a query do not come after that name
     */
    List<T> fill(Optional<String> after, Function<String, List<Entry>> query) {
        var found = new ArrayList<T>();
        var start = after.orElse("");
        List<Entry> rows;
        do {
            rows = query.apply(start);
            requireProgress(start, rows);
            rows.stream().flatMap(row -> type.apply(row).stream()).forEach(found::add);
            start = rows.isEmpty() ? start : rows.get(rows.size() - 1).name();
        } while (rows.size() == limit && found.size() < limit);
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** Otherwise the next query would return the same rows once more, and no page would ever end. */
    private static void requireProgress(String start, List<Entry> rows) {
        if (!rows.isEmpty() && !rows.get(rows.size() - 1).isAfter(start)) {
            throw new StorageException("the database does not list names in the order of their code points");
        }
    }
}

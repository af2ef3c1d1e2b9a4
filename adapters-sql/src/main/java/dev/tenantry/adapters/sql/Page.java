package dev.tenantry.adapters.sql;

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
     */
    List<T> fill(Optional<String> after, Function<String, List<Entry>> query) {
        var found = new ArrayList<T>();
        var start = after.orElse("");
        List<Entry> rows;
        do {
            rows = query.apply(start);
            rows.stream().flatMap(row -> type.apply(row).stream()).forEach(found::add);
            start = rows.isEmpty() ? start : rows.get(rows.size() - 1).name();
        } while (rows.size() == limit && found.size() < limit);
        return found.subList(0, Math.min(limit, found.size()));
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.AceRows.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of one tenant's rows, fetched a few at a time. */
final class RowValues implements Iterator<Row> {

    private static final int FEW = 16;

    private final Sql sql;
    private final String query;
    private final Deque<Map.Entry<String, Long>> waiting = new ArrayDeque<>();
    private final Deque<Row> fetched = new ArrayDeque<>();

    /**
     * @param query to which the ids are added
     * @param rows keys and ids, in their order
     */
    RowValues(Sql sql, String query, List<Map.Entry<String, Long>> rows) {
        this.sql = sql;
        this.query = query;
        waiting.addAll(rows);
    }

    @Override
    public boolean hasNext() {
        return !fetched.isEmpty() || !waiting.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (fetched.isEmpty()) {
            fetch();
        }
        return fetched.remove();
    }

    private void fetch() {
        var few = new ArrayList<Map.Entry<String, Long>>();
        while (few.size() < FEW && !waiting.isEmpty()) {
            few.add(waiting.remove());
        }
        var ids = few.stream().map(row -> row.getValue().toString()).collect(Collectors.joining(", ", "(", ")"));
        var values = values(query + ids);
        few.forEach(row -> fetched.add(new Row(row.getKey(), Optional.ofNullable(values.get(row.getValue())))));
    }

    private Map<Long, String> values(String full) {
        return sql.read("read the values of ACE", handle -> {
            var values = new HashMap<Long, String>();
            handle.createQuery(full)
                    .map((row, context) -> Map.entry(row.getLong("id"), Optional.ofNullable(row.getString("val"))))
                    .forEach(row -> row.getValue().ifPresent(value -> values.put(row.getKey(), value)));
            return values;
        });
    }
}

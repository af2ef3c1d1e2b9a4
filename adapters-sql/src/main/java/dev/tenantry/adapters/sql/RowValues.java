package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.AceRows.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values of rows whose keys and ids are known.
 *
 * @param query to which the ids are added
 */
record RowValues(Sql sql, String query) {

    /** Returns rows with their values. */
    List<Row> of(List<Map.Entry<String, Long>> rows) {
        var ids = rows.stream().map(row -> row.getValue().toString()).collect(Collectors.joining(", ", "(", ")"));
        var values = values(query + ids);
        return rows.stream()
                .map(row -> new Row(row.getKey(), Optional.ofNullable(values.get(row.getValue()))))
                .toList();
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

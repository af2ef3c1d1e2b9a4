package dev.tenantry.adapters.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of {@code atlassian_host}.
 *
 * @param texts its columns by their names in lower case, without those that are NULL
 * @param times the columns that hold a time, of an unnamed zone
 */
record AcsbRow(Map<String, String> texts, Map<String, LocalDateTime> times) {

    static final String CREATED = "created_date";
    static final String MODIFIED = "last_modified_date";

    private static final Set<String> TIMES = Set.of(CREATED, MODIFIED);

    /** @param columns as they are called there, by their names in lower case */
    static AcsbRow read(ResultSet row, Map<String, String> columns) throws SQLException {
        var texts = new HashMap<String, String>();
        var times = new HashMap<String, LocalDateTime>();
        for (var column : columns.entrySet()) {
            if (TIMES.contains(column.getKey())) {
                var time = row.getTimestamp(column.getValue());
                if (time != null) {
                    times.put(column.getKey(), time.toLocalDateTime());
                }
            } else {
                var text = row.getString(column.getValue());
                if (text != null) {
                    texts.put(column.getKey(), text);
                }
            }
        }
        return new AcsbRow(texts, times);
    }

    String clientKey() {
        return text(AcsbTables.CLIENT_KEY).orElse("");
    }

    Optional<String> text(String column) {
        return Optional.ofNullable(texts.get(column));
    }

    Optional<LocalDateTime> time(String column) {
        return Optional.ofNullable(times.get(column));
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the settings table, one by one and locked. A row is replaced by an UPDATE and an INSERT makes one only where
 * none is: an upsert would use up one of ACE's 32-bit ids each time.
 */
final class Rows {

    private static final String CONFLICT = "40001"; // SQLSTATE "serialization failure", ISO 9075

    private final Dialect dialect;
    private final String select;
    private final String selectSome;
    private final String update;
    private final String insert;
    private final String delete;
    private final String deleteSettings;
    private final String deleteAll;

    Rows(Tables tables) {
        this.dialect = tables.dialect();
        this.select = tables.sql("SELECT \"id\", \"key\", {val} AS \"val\" FROM {settings}"
                + " WHERE {tenant} = :tenant AND {key} = :key {lock}");
        this.selectSome = tables.sql("SELECT \"id\", \"key\", {val} AS \"val\" FROM {settings}"
                + " WHERE {tenant} = :tenant AND {key} IN (");
        this.update = tables.sql(
                "UPDATE {settings} SET \"val\" = {:val} WHERE \"id\" = :id AND COALESCE({val}, '') = :before");
        this.insert =
                tables.sql("INSERT INTO {settings} (\"clientKey\", \"key\", \"val\") VALUES (:tenant, :key, {:val})");
        this.delete = tables.sql("DELETE FROM {settings} WHERE \"id\" = :id");
        this.deleteSettings = tables.sql("DELETE FROM {settings} WHERE {tenant} = :tenant AND {key} <> 'clientInfo'");
        this.deleteAll = tables.sql("DELETE FROM {settings} WHERE {tenant} = :tenant");
    }

    /**
     * Where one value is, or would be.
     *
     * @param id ACE's; empty if there is no row yet
     * @param text the value; empty if there is no row, and for SQL's NULL, which ACE writes for null
     */
    record Row(TenantId tenant, String key, Optional<Integer> id, Optional<String> text) {}

    /** Returns the row, and lets nobody change it until the transaction ends. */
    Row lock(Handle handle, TenantId tenant, String key) {
        return handle.createQuery(select)
                .bind("tenant", tenant.value())
                .bind("key", key)
                .map((row, context) -> read(tenant, row))
                .findFirst()
                .orElseGet(() -> new Row(tenant, key, Optional.empty(), Optional.empty()));
    }

    /** Returns those of these rows that exist, and lets nobody change them until the transaction ends. */
    List<Row> lock(Handle handle, TenantId tenant, List<String> keys) {
        var names = IntStream.range(0, keys.size()).mapToObj(n -> "key" + n).toList();
        var text = names.stream().map(name -> ":" + name).collect(Collectors.joining(", ", selectSome, ") "));
        var query = handle.createQuery(text + dialect.forUpdate()).bind("tenant", tenant.value());
        for (int n = 0; n < keys.size(); n++) {
            query.bind(names.get(n), keys.get(n));
        }
        return query.map((row, context) -> read(tenant, row)).list();
    }

    private static Row read(TenantId tenant, ResultSet row) throws SQLException {
        return new Row(
                tenant, row.getString("key"), Optional.of(row.getInt("id")), Optional.ofNullable(row.getString("val")));
    }

    /** Makes new rows, without waiting for an answer after each of them where the database is a server. */
    void insert(Handle handle, TenantId tenant, Collection<Setting> settings) {
        if (settings.isEmpty()) {
            return;
        }
        try (var batch = handle.prepareBatch(insert)) {
            for (var setting : settings) {
                batch.bind("tenant", tenant.value())
                        .bind("key", setting.key().value())
                        .bind("val", dialect.bound(setting.value().text()))
                        .add();
            }
            batch.execute();
        }
    }

    /** Writes a value into the row, or into a new one if there is none. */
    void write(Handle handle, Row row, String text) throws SQLException {
        if (row.id().isPresent()) {
            replace(handle, row, text);
        } else {
            handle.createUpdate(insert)
                    .bind("tenant", row.tenant().value())
                    .bind("key", row.key())
                    .bind("val", dialect.bound(text))
                    .execute();
        }
    }

    void delete(Handle handle, Row row) {
        handle.createUpdate(delete).bind("id", row.id().orElseThrow()).execute();
    }

    /** Deletes all that a tenant has except its record, rows of ACE's own included. */
    void deleteSettings(Handle handle, TenantId tenant) {
        handle.createUpdate(deleteSettings).bind("tenant", tenant.value()).execute();
    }

    void deleteAll(Handle handle, TenantId tenant) {
        handle.createUpdate(deleteAll).bind("tenant", tenant.value()).execute();
    }

    /** Compares the exact text once more: an ACE that is running beside us does not ask for our locks. */
    private void replace(Handle handle, Row row, String text) throws SQLException {
        int replaced = handle.createUpdate(update)
                .bind("id", row.id().orElseThrow())
                .bind("before", row.text().orElse(""))
                .bind("val", dialect.bound(text))
                .execute();
        if (replaced == 0) {
            throw new SQLException("the row changed meanwhile", CONFLICT);
        }
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.TenantId;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the settings table, one by one and locked. A row is replaced by an UPDATE and an INSERT makes one only where
 * none is: an upsert would use up one of ACE's 32-bit ids each time.
 */
final class Rows {

    private static final String CONFLICT = "40001"; // SQLSTATE "serialization failure", ISO 9075

    private final Dialect dialect;
    private final String select;
    private final String update;
    private final String insert;
    private final String delete;
    private final String deleteSettings;
    private final String deleteAll;

    Rows(Tables tables) {
        this.dialect = tables.dialect();
        this.select = tables.sql("SELECT \"id\", {val} AS \"val\" FROM {settings}"
                + " WHERE {tenant} = :tenant AND {key} = :key {lock}");
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
                .map((row, context) ->
                        new Row(tenant, key, Optional.of(row.getInt("id")), Optional.ofNullable(row.getString("val"))))
                .findFirst()
                .orElseGet(() -> new Row(tenant, key, Optional.empty(), Optional.empty()));
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

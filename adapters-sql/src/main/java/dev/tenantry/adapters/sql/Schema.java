package dev.tenantry.adapters.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Makes a database, empty or ACE's, one on which we can keep our promises. The indexes come last, so that their presence
 * shows that all the rest was done.
 */
final class Schema {

    private final Sql sql;
    private final Tables tables;
    private final Dialect dialect;

    Schema(Sql sql, Tables tables) {
        this.sql = sql;
        this.tables = tables;
        this.dialect = tables.dialect();
    }

    boolean isPrepared() {
        return sql.read("look at the tables", this::missingIndexes).isEmpty();
    }

    List<String> prepare() {
        return isPrepared() ? List.of() : sql.change("prepare the tables", this::prepare);
    }

    /** Another server may have been faster: nothing that was seen before the lock counts. */
    private List<String> prepare(Handle handle) throws SQLException {
        dialect.lockSchema(handle, tables);
        try {
            var done = new ArrayList<>(createTables(handle));
            if (!missingIndexes(handle).isEmpty()) {
                done.addAll(dialect.adopt(handle, tables));
                done.addAll(new Duplicates(tables).move(handle));
                done.addAll(createIndexes(handle));
            }
            return List.copyOf(done);
        } finally {
            dialect.unlockSchema(handle);
        }
    }

    private List<String> createTables(Handle handle) throws SQLException {
        var existing = Catalog.of(handle).tables();
        var missing =
                tables.names().stream().filter(name -> !existing.contains(name)).toList();
        if (!missing.isEmpty()) {
            handle.createScript(tables.sql(script())).execute();
        }
        return missing.stream().map(name -> "Created table " + name + ".").toList();
    }

    private List<String> createIndexes(Handle handle) throws SQLException {
        var missing = missingIndexes(handle);
        missing.forEach(index -> handle.execute(tables.sql(index.create())));
        return missing.stream()
                .map(index -> "Added index " + index.name() + " to table " + index.table() + ".")
                .toList();
    }

    private List<Index> missingIndexes(Handle handle) throws SQLException {
        var catalog = Catalog.of(handle);
        var existing = new ArrayList<>(catalog.indexes(tables.settings()));
        existing.addAll(catalog.indexes(Tables.LINKS));
        existing.addAll(catalog.indexes(Tables.KEYS));
        return tables.indexes().stream()
                .filter(index -> !existing.contains(index.name()))
                .toList();
    }

    private String script() {
        var name = dialect.script();
        try (var script = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

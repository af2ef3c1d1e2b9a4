package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.ForeignTenants;
import dev.tenantry.domain.port.out.Oddity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The tables of atlassian-connect-spring-boot, of any generation of their schema: {@code atlassian_host}, since 4.1
 * {@code atlassian_host_mapping}, since 5 {@code forge_system_access_token}. It keeps no settings.
 */
final class AcsbHosts implements ForeignTenants {

    private static final int LIMIT = 500;

    private final Sql sql;
    private final AcsbTables tables;
    private final AcsbRecord records;

    private AcsbHosts(Sql sql, AcsbTables tables, AcsbRecord records) {
        this.sql = sql;
        this.tables = tables;
        this.records = records;
    }

    /** @throws StorageException if there is no such table; the connections are then given back */
    static AcsbHosts open(Sql sql, Dialect dialect, ZoneId zone) {
        try {
            var tables = sql.read("look at the tables", handle -> AcsbTables.of(Catalog.of(handle), dialect));
            return new AcsbHosts(sql, tables, new AcsbRecord(zone, Clock.systemUTC()));
        } catch (StorageException e) {
            sql.close();
            throw e;
        }
    }

    @Override
    public void read(Sink sink) {
        var after = "";
        List<AcsbRow> page;
        do {
            page = next(after);
            page.forEach(row -> host(row, sink));
            after = page.isEmpty() ? after : page.get(page.size() - 1).clientKey();
        } while (page.size() == LIMIT);
        tables.tokens().ifPresent(query -> texts(query, "").forEach(token -> sink.odd(Oddity.CACHED_TOKEN, token)));
    }

    private List<AcsbRow> next(String after) {
        return sql.read(
                "read the hosts",
                handle -> handle.createQuery(tables.hosts())
                        .bind("after", after)
                        .bind("limit", LIMIT)
                        .map((row, context) -> AcsbRow.read(row, tables.columns()))
                        .list());
    }

    private void host(AcsbRow row, Sink sink) {
        var name = "tenant " + row.clientKey();
        try {
            var record = records.of(row);
            if (record.secrets().forCallbacks().isEmpty()) {
                sink.odd(Oddity.NO_SECRET, name);
            }
            sink.tenant(record, Collections.emptyIterator(), links(record, sink));
        } catch (IllegalArgumentException unsound) {
            sink.skip(Thing.TENANT, name, String.valueOf(unsound.getMessage()));
        }
    }

    private List<Link> links(TenantRecord record, Sink sink) {
        return tables.mappings().map(query -> texts(query, record.id().value())).orElse(List.of()).stream()
                .flatMap(alias -> link(alias, record, sink).stream())
                .toList();
    }

    /** A mapping came from a signed callback, at the time of which its table says nothing. */
    private static Optional<Link> link(String alias, TenantRecord record, Sink sink) {
        try {
            return Optional.of(new Link(new Alias(alias), record.id(), Link.Provenance.INSTALLED, Instant.EPOCH));
        } catch (IllegalArgumentException unsound) {
            sink.skip(Thing.LINK, "link " + alias + " of tenant " + record.id(), String.valueOf(unsound.getMessage()));
            return Optional.empty();
        }
    }

    private List<String> texts(String query, String tenant) {
        return sql.read(
                "read what belongs to tenant " + tenant,
                handle -> handle.createQuery(query)
                        .bind("tenant", tenant)
                        .mapTo(String.class)
                        .list());
    }

    /** @throws StorageException if a connection cannot be closed */
    @Override
    public void close() {
        sql.close();
    }
}

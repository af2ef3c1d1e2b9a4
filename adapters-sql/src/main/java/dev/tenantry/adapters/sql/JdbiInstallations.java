package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.ClientInfoRows.Locked;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tenants as {@code clientInfo} rows. */
final class JdbiInstallations implements Installations {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiInstallations.class);

    private final Sql sql;
    private final Rows rows;
    private final ClientInfoRows clientInfos;
    private final String select;
    private final String page;
    private final String unlink;

    JdbiInstallations(Sql sql, Tables tables) {
        this.sql = sql;
        this.rows = new Rows(tables);
        this.clientInfos = new ClientInfoRows(rows);
        this.select = tables.sql("SELECT \"clientKey\" AS \"name\", {val} AS \"val\" FROM {settings}"
                + " WHERE {tenant} = :tenant AND {key} = 'clientInfo' AND \"val\" IS NOT NULL");
        this.page = tables.sql(Tables.PAGE_OF_TENANTS);
        this.unlink = tables.sql("DELETE FROM {links} WHERE {tenant} = :tenant");
    }

    @Override
    public Optional<TenantRecord> find(TenantId tenant) {
        return sql.read(
                "find tenant " + tenant,
                handle -> handle.createQuery(select)
                        .bind("tenant", tenant.value())
                        .map(Entry::read)
                        .findFirst()
                        .flatMap(Entry::tenant));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A tenant whose {@code clientInfo} cannot be read is left out with a warning, so that it stops nobody who goes
     * through all tenants; {@link #find} fails for it.
     */
    @Override
    public List<TenantRecord> page(Optional<TenantId> after, int limit) {
        return sql.read(
                "list tenants",
                handle -> new Page<>(JdbiInstallations::readable, limit)
                        .fill(
                                after.map(TenantId::value),
                                start -> handle.createQuery(page)
                                        .bind("after", start)
                                        .bind("limit", limit)
                                        .map(Entry::read)
                                        .list()));
    }

    private static Optional<TenantRecord> readable(Entry row) {
        try {
            return row.tenant();
        } catch (StorageException e) {
            LOG.warn("left out of the list of tenants: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean commit(Commit change) {
        return sql.transact("change tenant " + change.tenant(), handle -> {
            var locked = clientInfos.lock(handle, change.tenant());
            var stored = locked.info().map(ClientInfo::record);
            if (!stored.equals(change.expected())) {
                return false;
            }
            if (change.next().isEmpty()) {
                remove(handle, change.tenant());
            } else {
                replace(handle, locked, change);
            }
            return true;
        });
    }

    private void remove(Handle handle, TenantId tenant) {
        handle.createUpdate(unlink).bind("tenant", tenant.value()).execute();
        rows.deleteAll(handle, tenant);
    }

    private void replace(Handle handle, Locked locked, Commit change) throws SQLException {
        var next = change.next().orElseThrow();
        if (endsLife(locked.info().flatMap(info -> info.record().incarnation()), change)) {
            rows.deleteSettings(handle, change.tenant());
        }
        var info = locked.info().map(stored -> stored.with(next)).orElseGet(() -> ClientInfo.of(next));
        clientInfos.write(handle, locked, info);
        if (!change.seeds().isEmpty()) {
            plant(handle, change.tenant(), change.seeds());
        }
    }

    /**
     * The rows beside a record are of the incarnation that it names. They go when that one is dropped, and they must not
     * be there when another one begins, whoever left them: ACE's apps often delete the record alone.
     */
    private static boolean endsLife(Optional<Incarnation> stored, Commit change) {
        var next = change.next().flatMap(TenantRecord::incarnation);
        boolean dropped = stored.isPresent() && stored.equals(change.dropped());
        return dropped || (next.isPresent() && !next.equals(stored));
    }

    /** In as few round trips as possible, however many seeds: a copy brings a hundred, and the database may be far away. */
    private void plant(Handle handle, TenantId tenant, List<Setting> seeds) throws SQLException {
        var missing = new LinkedHashMap<String, Setting>();
        seeds.forEach(seed -> missing.putIfAbsent(seed.key().value(), seed));
        for (var row : rows.lock(handle, tenant, List.copyOf(missing.keySet()))) {
            var seed = Optional.ofNullable(missing.remove(row.key()));
            if (row.text().isEmpty() && seed.isPresent()) {
                rows.write(handle, row, seed.get().value().text());
            }
        }
        rows.insert(handle, tenant, missing.values());
    }
}

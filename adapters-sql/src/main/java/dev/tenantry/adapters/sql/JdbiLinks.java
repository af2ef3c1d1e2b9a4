package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.ClientInfo.Fact;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Links as ACE's rows; what ACE's rows cannot say of them stands in the tenant's {@code clientInfo}. */
final class JdbiLinks implements Links {

    private final Sql sql;
    private final ClientInfoRows clientInfos;
    private final String select;
    private final String lock;
    private final String isTenant;
    private final String insert;
    private final String move;
    private final String delete;
    private final String list;

    JdbiLinks(Sql sql, Tables tables) {
        this.sql = sql;
        this.clientInfos = new ClientInfoRows(new Rows(tables));
        this.select = tables.sql("SELECT \"clientKey\" FROM {links} WHERE {alias} = :alias");
        this.lock = select + " " + tables.dialect().forUpdate();
        this.isTenant = tables.sql("SELECT COUNT(*) FROM {settings}"
                + " WHERE {tenant} = :tenant AND {key} = 'clientInfo' AND \"val\" IS NOT NULL");
        this.insert = tables.sql("INSERT INTO {links} (\"installationId\", \"clientKey\") VALUES (:alias, :tenant)");
        this.move = tables.sql("UPDATE {links} SET \"clientKey\" = :tenant WHERE {alias} = :alias");
        this.delete = tables.sql("DELETE FROM {links} WHERE {alias} = :alias AND {tenant} = :tenant");
        this.list = tables.sql("SELECT 'clientInfo' AS \"name\", {val} AS \"val\" FROM {settings}"
                + " WHERE {tenant} = :tenant AND {key} = 'clientInfo' AND \"val\" IS NOT NULL"
                + " UNION ALL SELECT \"installationId\", '' FROM {links} WHERE {tenant} = :tenant");
    }

    @Override
    public Optional<TenantId> resolve(Alias alias) {
        return sql.read("resolve alias " + alias, handle -> owner(handle, select, alias));
    }

    @Override
    public Optional<TenantId> link(Link link) {
        return sql.transact("link tenant " + link.tenant(), handle -> {
            var locked = clientInfos.lock(handle, link.tenant());
            if (locked.info().isEmpty()) {
                return Optional.empty();
            }
            var owner = owner(handle, lock, link.alias());
            var other = owner.filter(found -> !found.equals(link.tenant()));
            if (other.filter(found -> isTenant(handle, found)).isPresent()) {
                return other;
            }
            if (owner.isEmpty()) {
                execute(handle, insert, link);
            } else if (other.isPresent()) {
                execute(handle, move, link);
            }
            var known = locked.info().get().with(link.alias(), Optional.of(Fact.of(link)));
            clientInfos.write(handle, locked, known);
            return Optional.of(link.tenant());
        });
    }

    @Override
    public List<Link> list(TenantId tenant) {
        return sql.read("list links of tenant " + tenant, handle -> {
            var rows = handle.createQuery(list)
                    .bind("tenant", tenant.value())
                    .map(Entry::read)
                    .list();
            var info = rows.stream().filter(JdbiLinks::isClientInfo).findFirst();
            var facts = info.map(row -> ClientInfo.parse(tenant, row.value()).links())
                    .orElse(Map.of());
            return rows.stream()
                    .filter(row -> !isClientInfo(row))
                    .flatMap(row -> row.alias().stream())
                    .sorted()
                    .map(alias -> facts.getOrDefault(alias, Fact.UNKNOWN).link(alias, tenant))
                    .toList();
        });
    }

    /** A link has no value, and a record is never empty. */
    private static boolean isClientInfo(Entry row) {
        return !row.value().isEmpty();
    }

    @Override
    public boolean unlink(Link link) {
        return sql.transact("unlink tenant " + link.tenant(), handle -> {
            var locked = clientInfos.lock(handle, link.tenant());
            var fact = locked.info().map(info -> info.fact(link.alias())).orElse(Fact.UNKNOWN);
            if (!fact.equals(Fact.of(link)) || execute(handle, delete, link) == 0) {
                return false;
            }
            if (locked.info().isPresent()) {
                clientInfos.write(handle, locked, locked.info().get().with(link.alias(), Optional.empty()));
            }
            return true;
        });
    }

    /** An app on ACE may have removed a tenant's rows and left its links. */
    private boolean isTenant(Handle handle, TenantId owner) {
        return handle.createQuery(isTenant)
                        .bind("tenant", owner.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Optional<TenantId> owner(Handle handle, String query, Alias alias) {
        return handle.createQuery(query)
                .bind("alias", alias.value())
                .mapTo(String.class)
                .findFirst()
                .map(name -> Entry.tenantId(name)
                        .orElseThrow(() -> new StorageException("alias " + alias + " is linked to what is no tenant")));
    }

    private static int execute(Handle handle, String statement, Link link) {
        return handle.createUpdate(statement)
                .bind("alias", link.alias().value())
                .bind("tenant", link.tenant().value())
                .execute();
    }
}

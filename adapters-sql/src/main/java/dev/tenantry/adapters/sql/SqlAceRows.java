package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.Walk.Step;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.FetchedRows;
import dev.tenantry.domain.port.out.Oddity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * ACE's tables, read tenant by tenant. Of rows of one name, which ACE's race leaves, the one with the highest id was
 * written last.
 */
final class SqlAceRows implements AceRows {

    /** Under this key ACE keeps the token of a Forge installation. */
    private static final String APP_TOKEN = "appToken";

    private final Sql sql;
    private final AceQueries queries;
    private final Set<String> tables;

    private SqlAceRows(Sql sql, AceQueries queries, Set<String> tables) {
        this.sql = sql;
        this.queries = queries;
        this.tables = tables;
    }

    /** @throws StorageException if there is no table of ACE's; the connections are then given back */
    static SqlAceRows open(Sql sql, Tables tables) {
        try {
            var found =
                    sql.read("look at the tables", handle -> Catalog.of(handle).tables());
            if (!found.contains(tables.settings())) {
                throw new StorageException("there is no table " + tables.settings() + " of ACE's");
            }
            return new SqlAceRows(sql, new AceQueries(tables), found);
        } catch (StorageException e) {
            sql.close();
            throw e;
        }
    }

    @Override
    public void read(Sink sink) {
        new Walk(sql, queries.installations()).each(step -> tenant(step, sink));
        new Walk(sql, queries.settings()).each(step -> orphan(step, sink));
        if (tables.contains(Tables.LINKS)) {
            new Walk(sql, queries.links()).each(step -> loose(step, sink));
        }
        if (tables.contains(AceQueries.FORGE_SETTINGS)) {
            new Walk(sql, queries.forgeSettings()).each(step -> forgeSetting(step, sink));
        }
    }

    /** The database may take other keys for equal. */
    private void tenant(Step installation, Sink sink) {
        if (!installation.name().equals(SettingKey.CLIENT_INFO)) {
            return;
        }
        var steps = steps(queries.namesOfTenant(), installation.tenant());
        if (steps.stream().anyMatch(step -> isNewer(step, installation))) {
            return;
        }
        var newest = new LinkedHashMap<String, Long>();
        newest.put(SettingKey.CLIENT_INFO, installation.id());
        for (var step : steps) {
            var kept = newest.computeIfAbsent(step.name(), first -> step.id());
            if (kept != step.id()) {
                sink.odd(Oddity.DUPLICATE, "row " + step.id() + ", " + nameOf(step));
            }
        }
        var rows = new FetchedRows<>(newest.entrySet(), new RowValues(sql, queries.values())::of);
        sink.tenant(installation.tenant(), rows, aliases(installation.tenant(), sink));
    }

    private static boolean isNewer(Step step, Step installation) {
        return step.name().equals(SettingKey.CLIENT_INFO) && step.id() > installation.id();
    }

    private List<String> aliases(String tenant, Sink sink) {
        if (!tables.contains(Tables.LINKS)) {
            return List.of();
        }
        var steps = steps(queries.linksOfTenant(), tenant);
        steps.stream()
                .filter(Step::mark)
                .forEach(step -> sink.odd(Oddity.DUPLICATE, "row " + step.id() + ", link " + step.name()));
        return steps.stream().filter(step -> !step.mark()).map(Step::name).toList();
    }

    /** Returns what is the tenant's; the database may take other names for equal. */
    private List<Step> steps(String query, String tenant) {
        return sql.read(
                "read the rows of tenant " + tenant,
                handle -> handle.createQuery(query)
                        .bind("tenant", tenant)
                        .map(Step::read)
                        .filter(step -> step.tenant().equals(tenant))
                        .list());
    }

    private static void orphan(Step step, Sink sink) {
        if (!step.mark()) {
            sink.odd(Oddity.ORPHAN, nameOf(step));
        }
    }

    private static void loose(Step step, Sink sink) {
        if (!step.mark()) {
            sink.odd(Oddity.LOOSE_LINK, "link " + step.name() + " of tenant " + step.tenant());
        }
    }

    private static void forgeSetting(Step step, Sink sink) {
        var name = "setting " + step.name() + " of Forge installation " + step.tenant();
        if (step.name().equals(APP_TOKEN)) {
            sink.odd(Oddity.CACHED_TOKEN, name);
        } else {
            sink.skip(Thing.SETTING, name, "only tenants have settings here");
        }
    }

    private static String nameOf(Step step) {
        return step.tenant().isEmpty() || step.name().isEmpty()
                ? "row " + step.id() + ", which has no name"
                : "setting " + step.name() + " of tenant " + step.tenant();
    }

    /** @throws StorageException if a connection cannot be closed */
    @Override
    public void close() {
        sql.close();
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import java.util.List;
import java.util.Optional;

/** The rows as they are: nobody's name is passed over, and what ACE or another hand left unreadable is shown as such. */
final class JdbiArchive implements Archive {

    private final Sql sql;
    private final String tenants;
    private final String settings;

    JdbiArchive(Sql sql, Tables tables) {
        this.sql = sql;
        this.tenants = tables.sql(Tables.PAGE_OF_TENANTS);
        this.settings = tables.recordAndPage(Tables.APP_ROWS_OF_TENANT);
    }

    @Override
    public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
        return sql.read(
                "list tenants",
                handle ->
                        handle
                                .createQuery(tenants)
                                .bind("after", after.orElse(""))
                                .bind("limit", limit)
                                .map(Entry::read)
                                .stream()
                                .map(entry -> new Row<>(entry.name(), readable(entry)))
                                .toList());
    }

    private static Optional<TenantRecord> readable(Entry entry) {
        try {
            return entry.tenant();
        } catch (StorageException senseless) {
            return Optional.empty();
        }
    }

    @Override
    public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
        var entries = sql.read(
                "list settings of tenant " + life.tenant(),
                handle -> handle.createQuery(settings)
                        .bind("tenant", life.tenant().value())
                        .bind("after", after.orElse(""))
                        .bind("limit", limit)
                        .map(Entry::read)
                        .list());
        var current = entries.stream()
                .filter(Entry::isClientInfo)
                .findFirst()
                .flatMap(info ->
                        ClientInfo.parse(life.tenant(), info.value()).record().life());
        return entries.stream()
                .filter(entry -> current.filter(life::equals).isPresent() && !entry.isClientInfo())
                .sorted()
                .map(entry -> new Row<>(entry.name(), entry.setting()))
                .toList();
    }
}

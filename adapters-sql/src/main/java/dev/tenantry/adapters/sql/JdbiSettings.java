package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.Rows.Row;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Settings as the other rows of a tenant, fenced by its {@code clientInfo}: a read fetches it with the settings, and a
 * write locks it first.
 */
final class JdbiSettings implements Settings {

    private final Sql sql;
    private final Rows rows;
    private final ClientInfoRows clientInfos;
    private final Optional<PostgresWrites> shortcut;
    private final String some;
    private final String page;
    private final String count;

    JdbiSettings(Sql sql, Tables tables) {
        this.sql = sql;
        this.rows = new Rows(tables);
        this.clientInfos = new ClientInfoRows(rows);
        this.shortcut = tables.dialect().shortcut(tables);
        this.some = tables.sql(Tables.RECORD_AND_SOME);
        this.page = tables.recordAndPage(Tables.SETTINGS_OF_TENANT);
        this.count = tables.sql("SELECT COUNT(*) FROM {settings} WHERE " + Tables.SETTINGS_OF_TENANT);
    }

    @Override
    public Optional<Setting> find(Life life, SettingKey key) {
        return findAll(life, List.of(key)).stream().findFirst();
    }

    @Override
    public List<Setting> findAll(Life life, Collection<SettingKey> keys) {
        return sql.read("read settings of tenant " + life.tenant(), handle -> some(handle, life, List.copyOf(keys)));
    }

    private List<Setting> some(Handle handle, Life life, List<SettingKey> keys) {
        var text = new StringBuilder(some);
        for (int n = 0; n < keys.size(); n++) {
            text.append(", :key").append(n);
        }
        var query = handle.createQuery(text.append(')').toString())
                .bind("tenant", life.tenant().value());
        for (int n = 0; n < keys.size(); n++) {
            query.bind("key" + n, keys.get(n).value());
        }
        return behindFence(life, query.map(Entry::read).list()).stream()
                .flatMap(entry -> entry.setting().stream())
                .toList();
    }

    @Override
    public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
        return sql.read(
                "list settings of tenant " + life.tenant(),
                handle -> new Page<>(Entry::setting, limit)
                        .fill(
                                after.map(SettingKey::value),
                                start -> behindFence(
                                        life,
                                        handle.createQuery(page)
                                                .bind("tenant", life.tenant().value())
                                                .bind("after", start)
                                                .bind("limit", limit)
                                                .map(Entry::read)
                                                .list())));
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        var write = new Write(life, setting.key(), precondition);
        var value = setting.value().text();
        return sql.write("write a setting of tenant " + life.tenant(), handle -> {
            var done = shortcut.flatMap(quick -> quick.put(handle, write, value, quota));
            return done.isPresent() ? done.get() : handle.inTransaction(locked -> put(locked, write, value, quota));
        });
    }

    private PutOutcome put(Handle handle, Write write, String value, int quota) throws SQLException {
        var row = lock(handle, write);
        var current = row.text();
        if (!write.isAdmittedBy(current)) {
            return PutOutcome.UNMET;
        }
        if (current.isEmpty() && count(handle, write.life()) >= quota) {
            return PutOutcome.FULL;
        }
        rows.write(handle, row, value);
        return current.isPresent() ? PutOutcome.REPLACED : PutOutcome.CREATED;
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        var write = new Write(life, key, precondition);
        return sql.write("remove a setting of tenant " + life.tenant(), handle -> {
            var done = shortcut.flatMap(quick -> quick.remove(handle, write));
            return done.isPresent() ? done.get() : handle.inTransaction(locked -> remove(locked, write));
        });
    }

    private RemoveOutcome remove(Handle handle, Write write) {
        var row = lock(handle, write);
        var current = row.text();
        if (!write.isAdmittedBy(current)) {
            return RemoveOutcome.UNMET;
        }
        if (current.isEmpty()) {
            return RemoveOutcome.ABSENT;
        }
        rows.delete(handle, row);
        return RemoveOutcome.REMOVED;
    }

    /** Locks the fence before the setting, as everybody does: no two can wait for each other. */
    private Row lock(Handle handle, Write write) {
        requireOpen(
                write.life(), clientInfos.lock(handle, write.life().tenant()).info());
        return rows.lock(handle, write.life().tenant(), write.key().value());
    }

    private int count(Handle handle, Life life) {
        return handle.createQuery(count)
                .bind("tenant", life.tenant().value())
                .mapTo(Integer.class)
                .one();
    }

    /** Returns the entries without the {@code clientInfo} among them, in order, if that one lets the call through. */
    private static List<Entry> behindFence(Life life, List<Entry> entries) {
        var info = entries.stream().filter(Entry::isClientInfo).findFirst();
        requireOpen(life, info.map(entry -> ClientInfo.parse(life.tenant(), entry.value())));
        return entries.stream().filter(entry -> !entry.isClientInfo()).sorted().toList();
    }

    private static void requireOpen(Life life, Optional<ClientInfo> info) {
        if (info.filter(stored -> stored.record().isOpenFor(life)).isEmpty()) {
            throw new UnauthenticatedException("the tenant's life has ended");
        }
    }
}

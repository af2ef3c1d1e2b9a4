package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A name and what is stored under it, as a query returns them in the columns {@code name} and {@code val}. ACE keeps
 * names apart by nothing; those that cannot be ours are not seen.
 */
record Entry(String name, String value) implements Comparable<Entry> {

    static Entry read(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(row.getString("name"), row.getString("val"));
    }

    /** Returns the tenant of a {@code clientInfo} row. */
    Optional<TenantRecord> tenant() {
        return tenantId(name).map(tenant -> ClientInfo.parse(tenant, value).record());
    }

    /** Returns the setting of any other row, or empty if it is none of ours. */
    Optional<Setting> setting() {
        return named(name, key -> new Setting(new SettingKey(key), new JsonText(value)));
    }

    /** Returns the alias of a link. */
    Optional<Alias> alias() {
        return named(name, Alias::new);
    }

    boolean isClientInfo() {
        return name.equals(SettingKey.CLIENT_INFO);
    }

    /** Returns the tenant of this name, or empty if none can have it. */
    static Optional<TenantId> tenantId(String name) {
        return named(name, TenantId::new);
    }

    boolean isAfter(String start) {
        return compareTo(new Entry(start, "")) > 0;
    }

    private static <T> Optional<T> named(String name, Function<String, T> type) {
        try {
            return Optional.of(type.apply(name));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** The order of code points, which is that of UTF-8. */
    @Override
    public int compareTo(Entry other) {
        return Arrays.compareUnsigned(
                name.getBytes(StandardCharsets.UTF_8), other.name.getBytes(StandardCharsets.UTF_8));
    }
}

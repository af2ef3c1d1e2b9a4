package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.Rows.Row;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The {@code clientInfo} rows. Whoever changes anything of a tenant locks its row first, which makes it the fence. */
final class ClientInfoRows {

    private final Rows rows;

    ClientInfoRows(Rows rows) {
        this.rows = rows;
    }

    /**
     * A row that is ours until the transaction ends.
     *
     * @param info what it says, or empty if it says nothing
     */
    record Locked(Row row, Optional<ClientInfo> info) {}

    Locked lock(Handle handle, TenantId tenant) {
        var row = rows.lock(handle, tenant, SettingKey.CLIENT_INFO);
        return new Locked(row, row.text().map(text -> ClientInfo.parse(tenant, text)));
    }

    /** Replaces what the row says, unless it says so already. */
    void write(Handle handle, Locked locked, ClientInfo next) throws SQLException {
        if (!locked.info().equals(Optional.of(next))) {
            rows.write(handle, locked.row(), next.text());
        }
    }
}

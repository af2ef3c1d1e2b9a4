package dev.tenantry.domain.move;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Archive.Row;
import java.util.List;
import java.util.Optional;

/** All tenants, a few hundred records in memory at a time. Not safe for use by many threads. */
public final class TenantRows extends RowIterator<TenantRecord> {

    private static final int LIMIT = 500;

    private final Archive archive;

    /** @param archive whose tenants */
    public TenantRows(Archive archive) {
        this.archive = archive;
    }

    @Override
    int limit() {
        return LIMIT;
    }

    @Override
    List<Row<TenantRecord>> page(Optional<String> after, int limit) {
        return archive.tenants(after, limit);
    }
}

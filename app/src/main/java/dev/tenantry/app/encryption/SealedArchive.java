package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything, unsealed. What cannot be unsealed cannot be read. */
record SealedArchive(Archive archive, SealedRecords records, SealedValues values) implements Archive {

    @Override
    public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
        return unsealed(archive.tenants(after, limit), records::unseal);
    }

    @Override
    public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
        return unsealed(archive.settings(life, after, limit), stored -> values.unseal(life.tenant(), stored));
    }

    private static <T> List<Row<T>> unsealed(List<Row<T>> rows, UnaryOperator<T> unsealing) {
        return rows.stream()
                .map(row -> new Row<>(row.name(), row.content().flatMap(stored -> readable(stored, unsealing))))
                .toList();
    }

    private static <T> Optional<T> readable(T stored, UnaryOperator<T> unsealing) {
        try {
            return Optional.of(unsealing.apply(stored));
        } catch (StorageException unreadable) {
            return Optional.empty();
        }
    }
}

package dev.tenantry.adapters.mongo;

import dev.tenantry.adapters.mongo.Records.Stored;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Decides what becomes of a write that is done and not yet acknowledged. */
final class Fence {

    private Fence() {}

    /**
     * Returns if the tenant is open for the life now, and so was when the write was done or has been since.
     *
     * <p>If the life is over, nobody will see what was written. If it is only closed, because an uninstalled tenant's
     * settings are retained, they may be seen again one day: the write is taken back first.
     *
     * @param undo takes the write back, and returns false if another one came after it
     * @throws UnauthenticatedException if the tenant is not open for this life
     * @throws StorageException if the write could not be taken back, so that nobody knows whether it happened
     */
    static void acknowledge(Call call, Life life, BooleanSupplier undo) {
        var stored = Records.find(call, life.tenant()).map(Stored::record);
        if (stored.filter(record -> record.isOpenFor(life)).isPresent()) {
            return;
        }
        boolean closed = stored.flatMap(TenantRecord::life).equals(Optional.of(life));
        if (closed && !undo.getAsBoolean()) {
            throw new StorageException("tenant " + life.tenant() + " was uninstalled during two writes of one setting");
        }
        throw Records.gone();
    }
}

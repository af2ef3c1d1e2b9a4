package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.DurabilityContract;

/** A test on a database that outlives the process. */
interface OnDurableDatabase extends OnDatabase, DurabilityContract {

    @Override
    default Storage reopen() {
        return database().reopen();
    }
}

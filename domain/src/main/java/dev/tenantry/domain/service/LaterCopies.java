package dev.tenantry.domain.service;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.model.TenantId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Copies that nobody waits for. One that fails, or that there is no room for, is logged: the next reconcile makes it.
 *
 * @param executor makes them; it may refuse some when it is busy
 */
record LaterCopies(Executor executor) {

    private static final Logger LOG = System.getLogger(LaterCopies.class.getName());

    void begin(TenantId tenant, Runnable copy) {
        try {
            executor.execute(() -> run(tenant, copy));
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.WARNING, "too many copies to the hosts: those of tenant {0} wait for a reconcile", tenant);
        }
    }

    private static void run(TenantId tenant, Runnable copy) {
        try {
            copy.run();
        } catch (DomainException failure) {
            LOG.log(
                    Level.WARNING,
                    "a copy to the host of tenant {0} waits for a reconcile: {1}",
                    tenant,
                    failure.getMessage());
        }
    }
}

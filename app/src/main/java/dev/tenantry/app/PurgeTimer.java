package dev.tenantry.app;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.port.in.MigrateResidency;
import dev.tenantry.domain.port.in.PurgeTenants;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges from time to time while the server runs, and finishes rollbacks that a failure interrupted. What fails is logged
 * and tried again the next time; several servers may do so at once.
 */
final class PurgeTimer implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeTimer.class);

    private final PurgeTenants tenants;
    private final MigrateResidency residency;
    private final Duration interval;
    private final ScheduledExecutorService timer;

    PurgeTimer(PurgeTenants tenants, MigrateResidency residency, Duration interval, ScheduledExecutorService timer) {
        this.tenants = tenants;
        this.residency = residency;
        this.interval = interval;
        this.timer = timer;
    }

    @Override
    public void start() {
        var unused = timer.scheduleWithFixedDelay(
                this::purge, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An exception would end the timer. */
    private void purge() {
        try {
            residency.finishRollbacks(
                    (tenant, failure) -> LOG.warn("tenant {} is still rolled back: {}", tenant, failure.getMessage()));
            var result = tenants.purge();
            if (result.removed() > 0) {
                LOG.info("purged {} of {} tenants", result.removed(), result.examined());
            }
        } catch (DomainException failure) {
            LOG.warn("the purge stopped and begins again later: {}", failure.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("the purge failed", failure);
        }
    }
}

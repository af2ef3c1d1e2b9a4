package dev.tenantry.app;

import com.codahale.metrics.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** The health of the storage as it was a moment ago: anybody may ask the landing page, as often as they like. */
final class RememberedHealth implements BooleanSupplier {

    private static final Duration MEMORY = Duration.ofSeconds(1);

    private final HealthCheck check;
    private final Clock clock;
    private Instant until = Instant.MIN;
    private boolean healthy;

    RememberedHealth(HealthCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        if (!clock.instant().isBefore(until)) {
            healthy = check.execute().isHealthy();
            until = clock.instant().plus(MEMORY);
        }
        return healthy;
    }
}

package dev.tenantry.app.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.concurrent.TimeUnit;

/**
 * The {@code host} block of config.yml: how the API of the host product is called.
 *
 * @param timeout the longest time for one question, with all its calls and waits, 100 ms to 30 s; 5 s if absent
 */
public record HostBlock(
        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
        Duration timeout) {

    private static final Duration USUAL_TIMEOUT = Duration.seconds(5);

    /** Jackson passes null for an absent key. */
    public HostBlock {
        timeout = timeout == null ? USUAL_TIMEOUT : timeout;
    }

    static HostBlock usual() {
        return new HostBlock(USUAL_TIMEOUT);
    }
}

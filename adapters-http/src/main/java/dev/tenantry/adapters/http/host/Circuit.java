package dev.tenantry.adapters.http.host;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.tenantry.domain.error.HostUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Spares a host that fails, and our threads: after {@value #THRESHOLD} failures in a row nobody calls it for half a
 * minute, then one caller tries. At most {@value #MAX_RUNNING} calls run at once. Safe for use by many threads.
 */
final class Circuit {

    static final int THRESHOLD = 5;
    static final int MAX_RUNNING = 8;
    static final Duration REST = Duration.ofSeconds(30);

    private final Ticker ticker;
    private int failures;
    private int running;
    private long failedAt;

    Circuit(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Makes a call if the host may be called now.
     *
     * @throws HostUnavailableException if it may not, or as the call does
     */
    HostResponse call(Supplier<HostResponse> call) {
        enter();
        boolean served = false;
        try {
            var response = call.get();
            served = response.isServed();
            return response;
        } finally {
            leave(served);
        }
    }

    private synchronized void enter() {
        if (running >= limit()) {
            throw new HostUnavailableException(
                    "the host is not called: " + failures + " calls in a row failed, " + running + " are running");
        }
        running++;
    }

    private int limit() {
        boolean resting = ticker.read() - failedAt < REST.toNanos();
        if (failures < THRESHOLD) {
            return MAX_RUNNING;
        }
        return resting ? 0 : 1;
    }

    private synchronized void leave(boolean served) {
        running--;
        failures = served ? 0 : failures + 1;
        failedAt = served ? failedAt : ticker.read();
    }
}

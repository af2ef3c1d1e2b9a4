package dev.tenantry.adapters.http.host;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** When a caller stops waiting. */
final class Deadline {

    private final Ticker ticker;
    private final long endsAt;

    Deadline(Duration timeout, Ticker ticker) {
        this.ticker = ticker;
        this.endsAt = ticker.read() + timeout.toNanos();
    }

    /** Returns the time that is left, never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endsAt - ticker.read()));
    }
}

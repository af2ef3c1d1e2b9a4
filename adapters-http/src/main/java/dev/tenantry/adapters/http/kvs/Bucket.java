package dev.tenantry.adapters.http.kvs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket that stays under a limit in every window of time: half of the limit may go at once, and the other half
 * comes back in the course of a window. It may go into debt, for what is known only afterwards.
 */
final class Bucket {

    private final Clock clock;
    private final double capacity;
    private final Duration window;
    private double level;
    private Instant filledAt;

    Bucket(int limit, Duration window, Clock clock) {
        this.clock = clock;
        this.capacity = limit / 2.0;
        this.window = window;
        this.level = capacity;
        this.filledAt = clock.instant();
    }

    /** Returns how long to wait until this much can be taken; what the bucket never holds waits until it is full. */
    Duration wait(int tokens) {
        fill();
        double missing = Math.min(tokens, capacity) - level;
        return missing <= 0
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.ceil(missing / capacity * window.toMillis()));
    }

    void take(int tokens) {
        fill();
        level -= tokens;
    }

    /** A clock that was set back gives nothing, and takes nothing. */
    private void fill() {
        var now = clock.instant();
        long passed = Math.max(0, Duration.between(filledAt, now).toMillis());
        level = Math.min(capacity, level + capacity * passed / window.toMillis());
        filledAt = now;
    }
}

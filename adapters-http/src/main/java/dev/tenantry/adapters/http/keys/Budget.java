package dev.tenantry.adapters.http.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.TimeUnit;

/** So many at once, and so many a second after that. Safe for use by many threads. */
final class Budget {

    private final long capacity;
    private final long nanosEach;
    private final Ticker ticker;
    private long left;
    private long filledAt;

    Budget(int burst, int perSecond, Ticker ticker) {
        this.capacity = burst;
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.ticker = ticker;
        this.left = burst;
        this.filledAt = ticker.read();
    }

    /** Returns whether there was one left, and takes it. */
    synchronized boolean take() {
        long earned = (ticker.read() - filledAt) / nanosEach;
        filledAt += earned * nanosEach;
        left = Math.min(capacity, left + earned);
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}

package dev.tenantry.adapters.redis;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * When a call must have ended. A step of it may begin in the first half of the time only: connecting may take a quarter,
 * and greeting the server another one.
 */
final class Deadline {

    /** How much sooner than us a server must give up waiting, so that we hear of it: it looks ten times a second. */
    static final int MILLIS_TO_TELL = 120;

    private static final long MAX_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final long halfTime;
    private final long end;

    Deadline(Duration timeout) {
        long now = System.nanoTime();
        this.halfTime = now + timeout.toNanos() / 2;
        this.end = now + timeout.toNanos();
    }

    /** Returns the share of a call's time that connecting may take. */
    static Duration toConnect(Duration timeout) {
        return timeout.dividedBy(4);
    }

    /** Returns how long it may take until another step begins; not positive if none may. */
    long nanosToBegin() {
        return halfTime - System.nanoTime();
    }

    /** Returns how long the answer to a step may take, at least a millisecond: to Redis and sockets 0 means for ever. */
    int millisToAnswer() {
        return (int) Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
    }

    /** Lets the servers agree before the next attempt. */
    void pause() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_PAUSE_NANOS));
    }
}

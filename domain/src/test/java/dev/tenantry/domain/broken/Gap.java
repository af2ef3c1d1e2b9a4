package dev.tenantry.domain.broken;

import java.util.concurrent.locks.LockSupport;

/** The time between a look and an act, in which others act; about that of a round trip to a database. */
final class Gap {

    private static final long NANOS = 100_000;

    private Gap() {}

    static void pass() {
        LockSupport.parkNanos(NANOS);
    }
}

package dev.tenantry.adapters.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes, and never for ever. */
final class Wait {

    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Wait() {}

    static void until(Duration limit, String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited too long for " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}

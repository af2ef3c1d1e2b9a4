package dev.tenantry.domain.testkit;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes and threads, and never for ever. */
public final class Wait {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Wait() {}

    /** Asks again and again until it is so; fails after a minute, far more than a busy machine takes. */
    public static void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited too long for " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Waits until a server that was away is used again. */
    public static void untilItAnswers(Storage storage) {
        until("the server to be used again", () -> answers(storage));
    }

    private static boolean answers(Storage storage) {
        try {
            storage.ping();
            return true;
        } catch (StorageException notYet) {
            return false;
        }
    }
}

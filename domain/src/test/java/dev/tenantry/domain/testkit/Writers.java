package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.out.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Threads that write new settings of one tenant, whatever happens to the server, and remember what it acknowledged. */
public final class Writers implements AutoCloseable {

    private static final int THREADS = 3;
    private static final int MOST_WRITES = 20_000;
    private static final int ENOUGH = 50;

    private final Storage storage;
    private final Life life;
    private final Queue<Setting> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean done = new AtomicBoolean();
    private final List<CompletableFuture<Void>> threads = new ArrayList<>();

    private Writers(Storage storage, Life life) {
        this.storage = storage;
        this.life = life;
    }

    /** Starts them. */
    public static Writers start(Storage storage, Life life) {
        var writers = new Writers(storage, life);
        for (int n = 0; n < THREADS; n++) {
            var name = "key " + n + " ";
            writers.threads.add(
                    CompletableFuture.runAsync(() -> writers.write(name), task -> new Thread(task).start()));
        }
        return writers;
    }

    private void write(String name) {
        for (int n = 0; n < MOST_WRITES && !done.get(); n++) {
            var mine = setting(name + n, String.valueOf(n));
            try {
                storage.settings().put(life, mine, new Precondition.Any(), Integer.MAX_VALUE);
                acknowledged.add(mine);
            } catch (StorageException outcomeUnknown) {
                failures.incrementAndGet();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** Waits until many more writes are acknowledged. */
    public void awaitWrites() {
        int before = acknowledged.size();
        Wait.until("writes to be acknowledged", () -> acknowledged.size() > before + ENOUGH || hasEnded());
    }

    /** Waits until a write more fails. */
    public void awaitFailure() {
        int before = failures.get();
        Wait.until("a write to fail", () -> failures.get() > before || hasEnded());
    }

    /** Only a failure of the test ends one before {@link #close}. */
    private boolean hasEnded() {
        return threads.stream().anyMatch(CompletableFuture::isDone);
    }

    /** Ends them, and fails if one of them saw anything but success and {@link StorageException}. */
    @Override
    public void close() {
        done.set(true);
        threads.forEach(CompletableFuture::join);
    }

    /** Asserts, after the end, that nothing that was acknowledged is lost. */
    public void assertAllFound(Storage later) {
        assertThat(acknowledged)
                .allSatisfy(setting ->
                        assertThat(later.settings().find(life, setting.key())).contains(setting));
    }
}

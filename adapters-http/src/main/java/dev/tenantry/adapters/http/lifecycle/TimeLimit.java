package dev.tenantry.adapters.http.lifecycle;

import dev.tenantry.domain.error.StorageException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds how long a host waits for its answer, whatever the storage and the key server do.
 *
 * <p>Work that is late goes on to its own end and its answer is lost, so it must be safe to repeat. Safe for use by many
 * threads.
 */
public final class TimeLimit {

    private final Executor workers;
    private final Duration limit;

    /**
     * @param workers runs the work on other threads than those that wait for it, at once or not at all
     * @param limit how long to wait for its end
     */
    public TimeLimit(Executor workers, Duration limit) {
        this.workers = workers;
        this.limit = limit;
    }

    /**
     * Does the work, and fails as it does.
     *
     * @throws StorageException if it is not done within the limit, or if too much other work is not done either
     */
    public void run(Runnable work) {
        var unused = call(() -> {
            work.run();
            return true;
        });
    }

    /** Does the work as {@link #run} does, and returns what it returns. */
    public <T> T call(Callable<T> work) {
        var task = new FutureTask<T>(work);
        try {
            workers.execute(task);
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (TimeoutException late) {
            throw new StorageException("answer the host within " + limit.toMillis() + " ms", late);
        } catch (RejectedExecutionException busy) {
            throw new StorageException("answer the host: too many callbacks wait for the storage", busy);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StorageException("answer the host", stopping);
        }
    }
}

package dev.tenantry.domain.move;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Threads that share one list of work, each taking the next item when it is done with its last: no item waits in memory
 * but those that are being worked on. The first failure is the end for all.
 */
final class Workers<T> {

    private final Iterator<T> items;
    private final Consumer<T> work;
    private boolean isOver;

    private Workers(Iterator<T> items, Consumer<T> work) {
        this.items = items;
        this.work = work;
    }

    /**
     * Returns when all is done.
     *
     * @param threads how many items are worked on at the same time; from 1 on
     * @param items is asked by one thread at a time
     * @param work must be safe for use by many threads; what it throws is thrown here once the other threads have ended
     */
    static <T> void forEach(int threads, Iterator<T> items, Consumer<T> work) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            new Workers<>(items, work).run(threads, pool);
        } finally {
            pool.shutdown();
        }
    }

    private void run(int threads, ExecutorService pool) {
        var all = Stream.generate(() -> CompletableFuture.runAsync(this::run, pool))
                .limit(threads)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException failure) {
            throw cause(failure);
        }
    }

    private void run() {
        try {
            for (var item = next(); item.isPresent(); item = next()) {
                work.accept(item.get());
            }
        } finally {
            end();
        }
    }

    private synchronized Optional<T> next() {
        return isOver || !items.hasNext() ? Optional.empty() : Optional.of(items.next());
    }

    private synchronized void end() {
        isOver = true;
    }

    private static RuntimeException cause(CompletionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
}

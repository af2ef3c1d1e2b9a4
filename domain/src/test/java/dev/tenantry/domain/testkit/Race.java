package dev.tenantry.domain.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Calls that start at the same moment, each on a thread of its own. */
public final class Race {

    /** How often a race is run: a store that loses one in ten is found out in nine runs of ten. */
    public static final int ROUNDS = Integer.getInteger("tenantry.testkit.rounds", 25);

    /** How many racers there are unless a race says otherwise. */
    public static final int THREADS = 8;

    private Race() {}

    /** Runs one racer for each number from 0 to {@value #THREADS} - 1, and returns what each returned, in that order. */
    public static <T> List<T> run(IntFunction<T> racer) {
        return run(THREADS, racer);
    }

    /** Runs one racer for each number below {@code threads}. */
    public static <T> List<T> run(int threads, IntFunction<T> racer) {
        return run(IntStream.range(0, threads)
                .mapToObj(number -> (Supplier<T>) () -> racer.apply(number))
                .toList());
    }

    /** Runs these racers and waits for all of them; then throws what the first that failed threw. */
    public static <T> List<T> run(List<Supplier<T>> racers) {
        var start = new CyclicBarrier(racers.size());
        var threads = Executors.newFixedThreadPool(racers.size());
        try {
            var results = new ArrayList<T>();
            for (var finished : threads.invokeAll(
                    racers.stream().map(racer -> behind(start, racer)).toList())) {
                results.add(finished.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw unchecked(failure);
        } catch (InterruptedException timeout) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the race did not end", timeout);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Callable<T> behind(CyclicBarrier start, Supplier<T> racer) {
        return () -> {
            start.await();
            return racer.get();
        };
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(failure);
    }
}

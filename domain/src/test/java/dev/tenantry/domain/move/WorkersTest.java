package dev.tenantry.domain.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final int THREADS = 4;

    @Test
    void eachItemIsWorkedOnOnce() {
        var done = Collections.synchronizedList(new ArrayList<Integer>());
        var items = IntStream.range(0, 1000).boxed().toList();
        Workers.forEach(THREADS, items.iterator(), done::add);
        assertThat(done).containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void severalItemsAreWorkedOnAtTheSameTime() {
        var together = new CyclicBarrier(THREADS);
        Workers.forEach(THREADS, List.of(1, 2, 3, 4).iterator(), item -> await(together));
        assertThat(together.isBroken()).isFalse();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody else is at work", e);
        }
    }

    @Test
    void nothingToDoIsDone() {
        Workers.forEach(THREADS, Collections.<Integer>emptyIterator(), item -> {
            throw new AssertionError("there is no item");
        });
    }

    @Test
    void failureOfAnyKindEndsAllAndIsThrown() {
        for (var failure : List.of(new IllegalStateException("out of reach"), new AssertionError("killed"))) {
            var begun = new AtomicInteger();
            var endless = Stream.iterate(0, n -> n + 1).iterator();
            assertThatThrownBy(() -> Workers.forEach(THREADS, endless, item -> {
                        if (begun.incrementAndGet() >= 10) {
                            WorkersTest.<RuntimeException>raise(failure);
                        }
                    }))
                    .isSameAs(failure);
            assertThat(begun.get()).isBetween(10, 9 + THREADS);
        }
    }

    @Test
    void itemsThatCannotBeListedAreAFailureToo() {
        var failure = new IllegalStateException("out of reach");
        var broken = Stream.generate(() -> {
                    throw failure;
                })
                .iterator();
        assertThatThrownBy(() -> Workers.forEach(THREADS, broken, item -> {})).isSameAs(failure);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable failure) throws T {
        throw (T) failure;
    }
}

package dev.tenantry.adapters.http.kvs;

import dev.tenantry.domain.model.HostedValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps calls under what Forge allows one installation, or at least under the half of it that others leave.
 *
 * <p>Source: Atlassian, Forge, "KVS and Custom Entity Store limits" (1 December 2025); of the number of batches, "Executing
 * batch operations" (5 February 2026).
 */
final class Pace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Consumer<Duration> sleep;
    private final Bucket requests;
    private final Bucket reads;
    private final Bucket writes;
    private final Bucket batches;

    /** @param sleep waits that long */
    Pace(Clock clock, Consumer<Duration> sleep) {
        this.clock = clock;
        this.sleep = sleep;
        this.requests = new Bucket(1000, Duration.ofSeconds(1), clock);
        this.reads = new Bucket(4000, MINUTE, clock);
        this.writes = new Bucket(4000, MINUTE, clock);
        this.batches = new Bucket(45, MINUTE, clock);
    }

    Instant now() {
        return clock.instant();
    }

    void rest(Duration time) {
        sleep.accept(time);
    }

    /** Waits until the call may be sent. */
    void await(KvsCall call) {
        var units = call.isWrite() ? writes : reads;
        var single = Stream.concat(Stream.of(requests), call.isBatch() ? Stream.of(batches) : Stream.empty())
                .toList();
        var wait = Stream.concat(
                        Stream.of(units.wait(call.units())), single.stream().map(bucket -> bucket.wait(1)))
                .reduce(Duration.ZERO, Pace::longer);
        if (!wait.isZero()) {
            rest(wait);
        }
        take(single);
        units.take(call.units());
    }

    private static void take(List<Bucket> buckets) {
        buckets.forEach(bucket -> bucket.take(1));
    }

    /** Pays for what a read brought beyond what was paid for when it was sent. */
    void settle(KvsCall call, int bytes) {
        if (!call.isWrite()) {
            reads.take(Math.max(0, HostedValue.units(bytes) - call.units()));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}

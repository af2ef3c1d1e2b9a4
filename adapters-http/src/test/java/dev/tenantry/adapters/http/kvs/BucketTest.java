package dev.tenantry.adapters.http.kvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {

    private final TestClock clock = TestClock.at(Fixtures.INSTALLED_AT);
    private final Bucket bucket = new Bucket(100, Duration.ofMinutes(1), clock);

    @Test
    void halfOfTheLimitMayGoAtOnce() {
        assertThat(bucket.wait(50)).isZero();
        bucket.take(50);
        assertThat(bucket.wait(5)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whatIsTakenComesBackWithTime() {
        bucket.take(50);
        clock.advance(Duration.ofSeconds(30));
        assertThat(bucket.wait(25)).isZero();
        assertThat(bucket.wait(26)).isEqualTo(Duration.ofMillis(1200));
        clock.advance(Duration.ofHours(1));
        bucket.take(50);
        assertThat(bucket.wait(1)).isPositive();
    }

    @Test
    void whatItNeverHoldsWaitsUntilItIsFull() {
        assertThat(bucket.wait(1000)).isZero();
        bucket.take(1000);
        assertThat(bucket.wait(1)).isGreaterThan(Duration.ofMinutes(19));
    }

    @Test
    void clockThatWasSetBackGivesNothing() {
        bucket.take(50);
        clock.advance(Duration.ofMinutes(-5));
        assertThat(bucket.wait(50)).isEqualTo(Duration.ofMinutes(1));
    }
}

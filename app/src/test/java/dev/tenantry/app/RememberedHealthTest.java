package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import dev.tenantry.domain.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RememberedHealthTest {

    private final TestClock clock = TestClock.at(Instant.parse("2026-06-01T12:00:00Z"));
    private int asked;

    private final HealthCheck check = new HealthCheck() {
        @Override
        protected Result check() {
            asked++;
            return asked == 1 ? Result.healthy() : Result.unhealthy("gone");
        }
    };

    @Test
    void theStorageIsAskedOnceASecondHoweverOftenSomebodyAsks() {
        var health = new RememberedHealth(check, clock);
        assertThat(health.getAsBoolean()).isTrue();
        clock.advance(Duration.ofMillis(999));
        assertThat(health.getAsBoolean()).isTrue();
        assertThat(asked).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(health.getAsBoolean()).isFalse();
        assertThat(asked).isEqualTo(2);
    }
}

package dev.tenantry.adapters.http.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.HostUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private final Circuit circuit = new Circuit(nanos::get);

    @Test
    void hostThatFailsAgainAndAgainIsLeftAlone() {
        failTimes(Circuit.THRESHOLD);

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> call(200));
        assertThat(calls).hasValue(Circuit.THRESHOLD);
    }

    @Test
    void oneSuccessInBetweenForgivesAll() {
        failTimes(Circuit.THRESHOLD - 1);
        call(200);
        failTimes(Circuit.THRESHOLD - 1);

        assertThat(call(200)).isEqualTo(200);
    }

    @Test
    void hostThatRefusesIsAHostThatWorks() {
        for (int i = 0; i < Circuit.THRESHOLD * 2; i++) {
            assertThat(call(i % 2 == 0 ? 429 : 403)).isBetween(400, 499);
        }
    }

    @Test
    void oneCallerTriesAfterTheRest() {
        failTimes(Circuit.THRESHOLD);
        rest();

        assertThat(circuit.call(() -> {
                            assertThatExceptionOfType(HostUnavailableException.class)
                                    .isThrownBy(() -> call(200));
                            return answer(200);
                        })
                        .status())
                .isEqualTo(200);
        assertThat(call(200)).isEqualTo(200);
    }

    @Test
    void failedTrialIsAnotherRest() {
        failTimes(Circuit.THRESHOLD);
        rest();
        failTimes(1);

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> call(200));
        rest();
        assertThat(call(200)).isEqualTo(200);
    }

    @Test
    void exceptionIsAFailureAndPassesThrough() {
        for (int i = 0; i < Circuit.THRESHOLD; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> circuit.call(() -> {
                        throw new IllegalStateException("broken");
                    }));
        }

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> call(200));
    }

    @Test
    void onlySoManyCallsRunAtOnce() {
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> nested(Circuit.MAX_RUNNING + 1))
                .withMessageContaining(Circuit.MAX_RUNNING + " are running");
        assertThat(calls).hasValue(Circuit.MAX_RUNNING);
    }

    private HostResponse nested(int depth) {
        return circuit.call(() -> {
            calls.incrementAndGet();
            return depth == 1 ? answer(200) : nested(depth - 1);
        });
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(call(503)).isEqualTo(503);
        }
    }

    private int call(int status) {
        return circuit.call(() -> {
                    calls.incrementAndGet();
                    return answer(status);
                })
                .status();
    }

    private void rest() {
        nanos.addAndGet(Circuit.REST.toNanos());
    }

    private static HostResponse answer(int status) {
        return new HostResponse(status, "", Optional.of(Duration.ZERO));
    }
}

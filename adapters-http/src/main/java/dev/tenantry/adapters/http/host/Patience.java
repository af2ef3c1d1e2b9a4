package dev.tenantry.adapters.http.host;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.tenantry.domain.error.HostUnavailableException;
import java.time.Duration;
import java.util.function.Function;

/**
 * How long a question to a host may take, with all its calls, repeats and waits between them.
 *
 * <p>A call is repeated only if the host itself said when: a host that fails without a word is not asked again, because
 * nobody knows what it did. A wait that does not fit into the time that is left is not begun.
 *
 * @param timeout the longest time for one question
 * @param ticker what tells the time that has passed
 * @param pause how to wait
 */
record Patience(Duration timeout, Ticker ticker, Pause pause) {

    static final int MAX_ATTEMPTS = 3;

    static Patience of(Duration timeout) {
        return new Patience(timeout, Ticker.systemTicker(), Thread::sleep);
    }

    Deadline start() {
        return new Deadline(timeout, ticker);
    }

    /**
     * Returns the first answer that does not ask to wait, or the last one that there is time for.
     *
     * @param attempt sends the request and waits no longer than it is told to
     */
    HostResponse untilServed(Deadline deadline, Function<Duration, HostResponse> attempt) {
        var response = attempt.apply(deadline.left());
        for (int more = 1; more < MAX_ATTEMPTS && isWorthWaiting(response, deadline); more++) {
            sleep(response.retryAfter().orElseThrow());
            response = attempt.apply(deadline.left());
        }
        return response;
    }

    private static boolean isWorthWaiting(HostResponse response, Deadline deadline) {
        return response.asksToWait() && response.retryAfter().orElseThrow().compareTo(deadline.left()) < 0;
    }

    private void sleep(Duration wait) {
        try {
            pause.sleep(wait.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HostUnavailableException("wait for the host", stopping);
        }
    }

    /** A way to wait. */
    interface Pause {
        void sleep(long millis) throws InterruptedException;
    }
}

package dev.tenantry.adapters.http.host;

import java.time.Duration;
import java.util.Optional;

/**
 * What a host answered.
 *
 * @param status the HTTP status; a redirect is an answer like any other
 * @param body what came with it, read as UTF-8
 * @param retryAfter how long the host asks callers to wait, or empty if it does not say; never negative
 */
public record HostResponse(int status, String body, Optional<Duration> retryAfter) {

    /** Returns whether the host says that it did not even try, and when it may. */
    boolean asksToWait() {
        return (status == 429 || status == 503) && retryAfter.isPresent();
    }

    /** Returns whether the host works, however it likes the request. */
    boolean isServed() {
        return status < 500;
    }
}

package dev.tenantry.adapters.http.kvs;

import dev.tenantry.adapters.http.client.BoundedClient;
import dev.tenantry.adapters.http.client.BoundedClient.Limits;
import dev.tenantry.adapters.http.client.RetryAfter;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.SystemToken;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends calls to the store, one after the other. What it is too busy for is sent again, a few times: all that we ask of it
 * may be done twice.
 */
final class KvsClient {

    static final int MAX_ATTEMPTS = 6;

    private static final Duration LONGEST_REST = Duration.ofMinutes(2);
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 32 << 20);

    private final BoundedClient client = new BoundedClient(Duration.ofSeconds(10));
    private final URI url;
    private final SystemToken token;
    private final Pace pace;

    KvsClient(URI url, SystemToken token, Pace pace) {
        this.url = url;
        this.token = token;
        this.pace = pace;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HostUnavailableException("wait for Forge's store", stopping);
        }
    }

    /** Returns the first answer that is not about being busy. */
    KvsAnswer send(KvsCall call) {
        for (int attempt = 1; ; attempt++) {
            var response = exchange(call);
            if (response.statusCode() != 429 && response.statusCode() < 500) {
                pace.settle(call, response.body().length);
                return KvsAnswer.of(response.statusCode(), response.body());
            }
            rest(attempt, retryAfter(response), "status " + response.statusCode());
        }
    }

    /**
     * Waits before the next attempt.
     *
     * @param attempt which one failed, from 1
     * @param busy what the store said instead of doing its work
     * @throws HostUnavailableException if it was the last one, or if the store wants a wait that nobody would sit through
     */
    void rest(int attempt, Optional<Duration> wanted, String busy) {
        var time = wanted.orElseGet(() -> Duration.ofSeconds(1L << (attempt - 1)));
        if (attempt == MAX_ATTEMPTS || time.compareTo(LONGEST_REST) > 0) {
            throw new HostUnavailableException("Forge's store is busy (" + busy + "); run the command again later");
        }
        pace.rest(time);
    }

    private Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, pace.now()));
    }

    private HttpResponse<byte[]> exchange(KvsCall call) {
        pace.await(call);
        var request = HttpRequest.newBuilder(URI.create(url + call.path()))
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", "tenantry")
                .POST(BodyPublishers.ofString(call.body()))
                .build();
        return client.send("call Forge's store", request, LIMITS);
    }
}

package dev.tenantry.adapters.http.client;

import dev.tenantry.domain.error.HostUnavailableException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client that waits no longer and reads no more than it is told to. Redirects are answers. Safe for use by many threads. */
public final class BoundedClient {

    private final HttpClient client;

    /** @param connectTimeout the longest wait for a connection */
    public BoundedClient(Duration connectTimeout) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Sends a request and returns the whole answer, whatever its status.
     *
     * @param doing what the call is for, such as {@code "fetch an install key"}; it names no secret
     * @throws HostUnavailableException if there is no answer within the limits
     */
    public HttpResponse<byte[]> send(String doing, HttpRequest request, Limits limits) {
        return await(doing, client.sendAsync(request, ignored -> new BoundedBody(limits.maxBytes())), limits.timeout());
    }

    /** A request's own timeout ends with the headers; this one covers the body too, which may come byte by byte. */
    private static HttpResponse<byte[]> await(
            String doing, CompletableFuture<HttpResponse<byte[]>> exchange, Duration timeout) {
        try {
            return exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw new HostUnavailableException(doing, failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException tooSlow) {
            exchange.cancel(true);
            throw new HostUnavailableException(doing, tooSlow);
        } catch (InterruptedException stopping) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new HostUnavailableException(doing, stopping);
        }
    }

    /**
     * What an answer may take.
     *
     * @param timeout from connecting to the last byte
     * @param maxBytes the longest body, after any decoding of transfers
     */
    public record Limits(Duration timeout, int maxBytes) {}
}

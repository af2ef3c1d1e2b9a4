package dev.tenantry.adapters.http.keys;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Loopback;
import dev.tenantry.domain.token.KeyId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server of public keys. It answers a key by its id as PEM; redirects are not followed. */
final class KeyServer {

    private static final Logger LOG = LoggerFactory.getLogger(KeyServer.class);

    private final String url;
    private final Duration timeout;
    private final HttpClient client;

    /** @throws IllegalArgumentException if the URL is neither https nor http to a loopback address */
    KeyServer(URI url, Duration timeout) {
        requireSafe(url);
        this.url = url.toString().replaceFirst("/+$", "");
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Returns the key, or empty if the server says that there is none. */
    Optional<RSAPublicKey> fetch(KeyId kid) {
        var request = HttpRequest.newBuilder(URI.create(url + '/' + kid.value()))
                .timeout(timeout)
                .build();
        var response = await(client.sendAsync(request, ignored -> new BoundedBody(PublicKeys.MAX_BYTES)));
        return switch (response.statusCode()) {
            case 200 -> Optional.of(PublicKeys.parse(response.body()));
            case 404 -> Optional.empty();
            default -> throw new HostUnavailableException("the key server answers " + response.statusCode());
        };
    }

    /** The request's own timeout ends with the headers; this one covers the body too, which may come byte by byte. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange) {
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new HostUnavailableException("fetch an install key", failure);
        } catch (TimeoutException tooSlow) {
            exchange.cancel(true);
            throw new HostUnavailableException("the key server is too slow");
        } catch (InterruptedException stopping) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new HostUnavailableException("fetch an install key", stopping);
        }
    }

    private static void requireSafe(URI url) {
        var host = Optional.ofNullable(url.getHost()).orElse("");
        boolean secure = "https".equalsIgnoreCase(url.getScheme()) && !host.isEmpty();
        boolean plain = "http".equalsIgnoreCase(url.getScheme()) && Loopback.isLoopback(host);
        if (!secure && !plain) {
            throw new IllegalArgumentException(
                    "the server of install keys must be https, or http on a loopback address, and not " + url);
        }
        if (plain) {
            LOG.warn("Install keys come from {} without TLS: whoever answers there can sign installs", url);
        }
    }
}

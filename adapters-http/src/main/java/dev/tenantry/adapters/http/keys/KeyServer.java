package dev.tenantry.adapters.http.keys;

import dev.tenantry.adapters.http.client.BoundedClient;
import dev.tenantry.adapters.http.client.BoundedClient.Limits;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Loopback;
import dev.tenantry.domain.token.KeyId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server of public keys. It answers a key by its id as PEM; redirects are not followed. */
final class KeyServer {

    private static final Logger LOG = LoggerFactory.getLogger(KeyServer.class);

    private final String url;
    private final BoundedClient client;
    private final Limits limits;

    /** @throws IllegalArgumentException if the URL is neither https nor http to a loopback address */
    KeyServer(URI url, Duration timeout) {
        requireSafe(url);
        this.url = url.toString().replaceFirst("/+$", "");
        this.client = new BoundedClient(timeout);
        this.limits = new Limits(timeout, PublicKeys.MAX_BYTES);
    }

    /** Returns the key, or empty if the server says that there is none. */
    Optional<RSAPublicKey> fetch(KeyId kid) {
        var request =
                HttpRequest.newBuilder(URI.create(url + '/' + kid.value())).build();
        var response = client.send("fetch an install key", request, limits);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(PublicKeys.parse(response.body()));
            case 404 -> Optional.empty();
            default -> throw new HostUnavailableException("the key server answers " + response.statusCode());
        };
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

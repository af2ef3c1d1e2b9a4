package dev.tenantry.adapters.http.keys;

import dev.tenantry.adapters.http.client.BoundedClient;
import dev.tenantry.adapters.http.client.BoundedClient.Limits;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.token.KeyId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;

/** One server of public keys. It answers a key by its id as PEM; redirects are not followed. */
final class KeyServer {

    private final String url;
    private final BoundedClient client;
    private final Limits limits;

    /** @throws IllegalArgumentException if the URL is neither https nor http to a loopback address */
    KeyServer(URI url, Duration timeout) {
        this.url = SafeUrl.require("install keys", url).toString().replaceFirst("/+$", "");
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
}

package dev.tenantry.adapters.http.keys;

import dev.tenantry.adapters.http.client.BoundedClient;
import dev.tenantry.adapters.http.client.BoundedClient.Limits;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.token.KeyId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;

/** One address of a JSON Web Key Set; redirects are not followed. */
final class KeySetServer {

    private final URI url;
    private final BoundedClient client;
    private final Limits limits;

    /** @throws IllegalArgumentException if the URL is neither https nor http to a loopback address */
    KeySetServer(URI url, Duration timeout) {
        this.url = SafeUrl.require("keys of Forge", url);
        this.client = new BoundedClient(timeout);
        this.limits = new Limits(timeout, JwkSet.MAX_BYTES);
    }

    /** Returns the keys that are published now. */
    Map<KeyId, RSAPublicKey> fetch() {
        var response =
                client.send("fetch the key set", HttpRequest.newBuilder(url).build(), limits);
        if (response.statusCode() != 200) {
            throw new HostUnavailableException("the key set's server answers " + response.statusCode());
        }
        return JwkSet.parse(response.body());
    }
}

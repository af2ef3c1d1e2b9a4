package dev.tenantry.adapters.http.keys;

import dev.tenantry.domain.model.Loopback;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys decide who is believed, so they come from where nobody on the way can answer instead. */
final class SafeUrl {

    private static final Logger LOG = LoggerFactory.getLogger(SafeUrl.class);

    private SafeUrl() {}

    /**
     * Returns the URL if it is https, or http to a loopback address.
     *
     * @param what lies there, such as {@code "install keys"}
     * @throws IllegalArgumentException if it is another one
     */
    static URI require(String what, URI url) {
        var host = Optional.ofNullable(url.getHost()).orElse("");
        boolean secure = "https".equalsIgnoreCase(url.getScheme()) && !host.isEmpty();
        boolean plain = "http".equalsIgnoreCase(url.getScheme()) && Loopback.isLoopback(host);
        if (!secure && !plain) {
            throw new IllegalArgumentException(
                    "the server of " + what + " must be https, or http on a loopback address, and not " + url);
        }
        if (plain) {
            LOG.warn("The {} come from {} without TLS: whoever answers there can sign as the host does", what, url);
        }
        return url;
    }
}

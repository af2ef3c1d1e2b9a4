package dev.tenantry.domain.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The host in a site's address. */
final class HostName {

    private HostName() {}

    /** Returns it in lower case, or empty if the text is no address. */
    static Optional<String> of(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}

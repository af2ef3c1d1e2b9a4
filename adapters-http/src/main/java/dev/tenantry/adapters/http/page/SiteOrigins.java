package dev.tenantry.adapters.http.page;

import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which origins a site may show our page in: where the host said that people see it, and nowhere else. */
final class SiteOrigins {

    /** What cannot end a host source of a policy (Content Security Policy Level 3, section 2.3.1). */
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*|\\[::1]");

    private SiteOrigins() {}

    /** Returns the origins as a policy names them, without repeats; empty if the host named none that can be trusted. */
    static List<String> of(Installation site) {
        var display = Stream.of(HostField.DISPLAY_URL, HostField.DISPLAY_URL_SERVICEDESK_HELP_CENTER)
                .flatMap(field -> site.field(field).stream());
        return Stream.concat(Stream.of(site.baseUrl()), display)
                .flatMap(url -> origin(url).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> origin(String text) {
        try {
            var url = new URI(text);
            return Optional.ofNullable(url.getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .filter(host -> HOST.matcher(host).matches() && isTrustworthy(url))
                    .map(host -> url.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port(url));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    private static String port(URI url) {
        return url.getPort() < 0 ? "" : ":" + url.getPort();
    }

    /** Over plain http anybody on the way could be the page around ours. */
    private static boolean isTrustworthy(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme()) && Loopback.isLoopback(url.getHost()));
    }
}

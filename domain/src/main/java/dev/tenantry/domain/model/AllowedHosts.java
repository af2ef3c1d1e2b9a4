package dev.tenantry.domain.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where sites may be: the base URLs that a callback may name.
 *
 * <p>A pattern is a host name, or {@code *.} and a host name, where the star stands for exactly one label; {@code :port}
 * may follow, and without it only the scheme's own port is allowed. Base URLs are https, or http for a loopback host
 * that is listed by name, and carry no user info, query, fragment or trailing dot.
 */
public final class AllowedHosts {

    private static final Pattern PATTERN =
            Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private final List<String> patterns;

    private AllowedHosts(List<String> patterns) {
        this.patterns = patterns;
    }

    /**
     * Returns the rule that these patterns make; without any, no site is allowed.
     *
     * @throws IllegalArgumentException if a pattern is malformed, such as a bare {@code *}
     */
    public static AllowedHosts of(List<String> patterns) {
        for (var pattern : patterns) {
            if (!PATTERN.matcher(pattern).matches()) {
                throw new IllegalArgumentException(
                        "'" + pattern + "' is no host pattern: write a host name, or *. and a host name");
            }
        }
        return new AllowedHosts(
                patterns.stream().map(p -> p.toLowerCase(Locale.ROOT)).toList());
    }

    /** Returns whether a site may live at this base URL. */
    public boolean admits(String baseUrl) {
        return parse(baseUrl).filter(this::admits).isPresent();
    }

    private boolean admits(URI url) {
        var host = url.getHost().toLowerCase(Locale.ROOT);
        var authority = url.getPort() < 0 ? host : host + ':' + url.getPort();
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean local = "http".equalsIgnoreCase(url.getScheme()) && Loopback.isLoopback(host);
        boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        return plain && (secure || local) && patterns.stream().anyMatch(p -> matches(p, authority));
    }

    private static boolean matches(String pattern, String authority) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(authority);
        }
        int firstDot = authority.indexOf('.');
        return firstDot > 0 && authority.substring(firstDot).equals(pattern.substring(1));
    }

    private static Optional<URI> parse(String text) {
        try {
            var url = new URI(text);
            return Optional.of(url)
                    .filter(u -> u.getHost() != null && !u.getHost().endsWith("."));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return String.join(", ", patterns);
    }
}

package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * An address of a server: absolute, http or https, without user info, query and fragment.
 *
 * @param value without a trailing slash
 */
public record HttpUrl(URI value) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @JsonCreator
    static HttpUrl parse(String text) {
        try {
            return new HttpUrl(checked(new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)));
        } catch (URISyntaxException notAUrl) {
            throw new IllegalArgumentException("'" + text + "' is not a URL", notAUrl);
        }
    }

    private static URI checked(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        if (!plain || url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "'" + url + "' is not a URL of the form https://host[:port][/path], without query or fragment");
        }
        return url;
    }

    /** Returns whether nobody on the way can answer in the server's place. */
    boolean isTrustworthy() {
        return value.getScheme().equalsIgnoreCase("https") || LOOPBACK.contains(value.getHost());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

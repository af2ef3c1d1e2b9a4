package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tenantry.domain.model.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address of a server: absolute, http or https, without user info, query and fragment.
 *
 * @param value without a trailing slash
 */
public record HttpUrl(URI value) {

    @JsonCreator
    static HttpUrl parse(String text) {
        try {
            return new HttpUrl(checked(new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)));
        } catch (URISyntaxException notAUrl) {
            throw new IllegalArgumentException("this is not a URL", notAUrl);
        }
    }

    /** The message does not quote the text: it may hold a password. */
    private static URI checked(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        if (!plain || url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "a URL must be of the form https://host[:port][/path], without user, query and fragment");
        }
        return url;
    }

    /** Returns whether nobody on the way can answer in the server's place. */
    boolean isTrustworthy() {
        return value.getScheme().equalsIgnoreCase("https") || Loopback.isLoopback(value.getHost());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

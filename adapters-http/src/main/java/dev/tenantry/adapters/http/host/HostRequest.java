package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.model.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request to the API of a tenant's site.
 *
 * @param method the HTTP method
 * @param target path and query below the site's base URL, or a whole URL that begins with it; properly percent-encoded but
 *     for characters beyond ASCII, which are sent as UTF-8
 * @param body what is sent as {@code application/json}; empty for no body
 * @param signed whether the request carries the app's token; a few resources want none
 */
public record HostRequest(String method, String target, Optional<JsonText> body, boolean signed) {

    /** Returns a signed request without a body. */
    public static HostRequest of(String method, String target) {
        return new HostRequest(method, target, Optional.empty(), true);
    }

    /** Returns this request with one more query parameter, which is encoded here. */
    public HostRequest with(String name, String value) {
        char mark = target.indexOf('?') < 0 ? '?' : '&';
        return new HostRequest(method, target + mark + encoded(name) + '=' + encoded(value), body, signed);
    }

    /** Returns this request with a body. */
    public HostRequest with(JsonText json) {
        return new HostRequest(method, target, Optional.of(json), signed);
    }

    /** Returns this request without the app's token. */
    public HostRequest unsigned() {
        return new HostRequest(method, target, body, false);
    }

    /** Returns text as it stands in a path segment or in a query: everything but RFC 3986's unreserved characters escaped. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.token.Qsh;
import java.net.URI;

/**
 * Where the API of one tenant's site lies. Nothing else is ever called for that tenant.
 *
 * @param base the site's base URL, without a trailing slash; its path belongs to no request's hash
 */
record HostAddress(String base) {

    private static final String BITBUCKET_API = "https://api.bitbucket.org";

    /**
     * Returns the tenant's address: what the host named in a verified callback, if sites may still be there.
     *
     * @throws HostUnavailableException if they may not
     */
    static HostAddress of(App app, TenantRecord tenant) {
        var installation = tenant.installation();
        var url = app.product() == Product.BITBUCKET
                ? installation.field(HostField.BASE_API_URL).orElse(BITBUCKET_API)
                : installation.baseUrl();
        if (!app.allowedHosts().admits(url)) {
            throw new HostUnavailableException(
                    "tenant " + tenant.id() + " is not at a place that app.allowedHosts names");
        }
        return new HostAddress(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /**
     * Returns the whole URL of a request.
     *
     * @throws IllegalArgumentException if it is elsewhere, or no URL
     */
    URI resolve(String target) {
        var url = URI.create(ascii(isAbsolute(target) ? target : base + (target.startsWith("/") ? "" : "/") + target));
        if (!url.toString().startsWith(base + '/')
                || !url.normalize().getRawPath().startsWith(path() + '/')) {
            throw new IllegalArgumentException("a request must stay below the base URL of its site");
        }
        return url;
    }

    /** Returns the hash of a request as the host computes it: over what is sent, relative to its own base URL. */
    String qsh(String method, URI url) {
        var query = url.getRawQuery() == null ? "" : '?' + url.getRawQuery();
        return Qsh.of(method, url.getRawPath() + query, path())
                .orElseThrow(() -> new IllegalArgumentException("the query is not properly percent-encoded"));
    }

    private String path() {
        return URI.create(base).getRawPath();
    }

    private static boolean isAbsolute(String target) {
        return target.startsWith("https://") || target.startsWith("http://");
    }

    /** Characters beyond ASCII go over the wire escaped, and so they are signed. */
    private static String ascii(String target) {
        var text = new StringBuilder();
        target.codePoints()
                .mapToObj(Character::toString)
                .map(one -> one.charAt(0) < 0x80 ? one : HostRequest.encoded(one))
                .forEach(text::append);
        return text.toString();
    }
}

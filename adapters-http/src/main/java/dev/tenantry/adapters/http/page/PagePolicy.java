package dev.tenantry.adapters.http.page;

import java.net.URI;
import java.util.List;

/**
 * The Content-Security-Policy of the settings page: our own files, the host's script, our own API, and nothing inline.
 *
 * <p>Source: Content Security Policy Level 3. No {@code X-Frame-Options} goes with it: that knows one origin only.
 */
final class PagePolicy {

    private final String scripts;

    PagePolicy(URI hostScript) {
        this.scripts = "default-src 'none'; script-src 'self' " + hostScript.getScheme() + "://"
                + hostScript.getRawAuthority()
                + "; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";
    }

    /** Returns the policy for a page that these origins may frame; if there are none, nobody may. */
    String framedBy(List<String> origins) {
        return scripts + (origins.isEmpty() ? "'none'" : String.join(" ", origins));
    }
}

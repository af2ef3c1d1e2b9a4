package dev.tenantry.adapters.http.landing;

import dev.tenantry.domain.model.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The landing page: one document without scripts, whose one style sheet the policy names by its hash. */
public final class LandingPage {

    private final String html;
    private final String policy;

    /** @param name how people know the app */
    public LandingPage(App app, String name) {
        var style = resource("landing.css");
        this.html = resource("landing.html")
                .replace("{{style}}", style)
                .replace("{{name}}", escape(name))
                .replace("{{key}}", escape(app.key()))
                .replace("{{product}}", app.product().displayName())
                .replace("{{baseUrl}}", escape(app.baseUrls().get(0)))
                .replace(
                        "{{basePath}}", escape(URI.create(app.baseUrls().get(0)).getRawPath()));
        this.policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    String render(boolean healthy) {
        return html.replace("{{health}}", healthy ? "It is healthy." : "It cannot do its work now; see its log.")
                .replace("{{state}}", healthy ? "healthy" : "unhealthy");
    }

    String contentSecurityPolicy() {
        return policy;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }

    private static String resource(String name) {
        try (var in = LandingPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " belongs beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

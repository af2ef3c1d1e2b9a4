package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.model.ForgeSite;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.token.Invocation;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the API of the app's product is for a Forge installation.
 *
 * <p>A token's {@code apiBaseUrl} is read for the site in it and never called itself, so that no token chooses where another
 * one is sent. If it has another form than the public cloud's, as in an Isolated Cloud, nothing is called at all.
 *
 * @param product of the app
 * @param root what all addresses begin with
 */
public record ProductApi(Product product, URI root) {

    private static final Pattern BASE_URL = Pattern.compile("https://api\\.atlassian\\.com/ex/([a-z]+)/([^/?#]+)");

    /** Returns the base URL, or empty if the installation has no site of the product that we can reach. */
    public Optional<String> of(Invocation invocation) {
        return site(invocation).map(this::url);
    }

    /** Returns the site, or empty if the installation has none of the product that we can reach. */
    Optional<ForgeSite> site(Invocation invocation) {
        var base = BASE_URL.matcher(invocation.apiBaseUrl());
        return base.matches()
                ? ForgeSite.parse(base.group(1), base.group(2))
                        .filter(this::isOurs)
                        .or(() -> elsewhere(invocation))
                : Optional.empty();
    }

    /** An installation may span products, and call from a module of another one. */
    private Optional<ForgeSite> elsewhere(Invocation invocation) {
        return invocation.sites().stream().filter(this::isOurs).findFirst();
    }

    private boolean isOurs(ForgeSite site) {
        return site.product().equals(product.productType());
    }

    String url(ForgeSite site) {
        return root + "/ex/" + site.product() + '/' + HostRequest.encoded(site.id());
    }
}

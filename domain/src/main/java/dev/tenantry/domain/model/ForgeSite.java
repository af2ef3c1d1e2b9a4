package dev.tenantry.domain.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place where a Forge app is installed: a Jira or Confluence site, or a Bitbucket workspace.
 *
 * @param product such as {@code jira}
 * @param id the site's {@code cloudId}, or the workspace's id
 */
public record ForgeSite(String product, String id) {

    private static final String BITBUCKET = "bitbucket";
    private static final Pattern PRODUCT = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9{}-]{1,64}");

    /** @throws IllegalArgumentException if a part cannot stand in an ARI */
    public ForgeSite {
        if (!isSite(product, id)) {
            throw new IllegalArgumentException("this names no site");
        }
    }

    /** Returns the site, or empty if these cannot be its parts. */
    public static Optional<ForgeSite> parse(String product, String id) {
        return isSite(product, id) ? Optional.of(new ForgeSite(product, id)) : Optional.empty();
    }

    /** Returns its ARI, which is an alias of the tenant there. */
    public Alias alias() {
        var kind = product.equals(BITBUCKET) ? "workspace" : "site";
        return new Alias("ari:cloud:" + product + "::" + kind + '/' + id);
    }

    private static boolean isSite(String product, String id) {
        return PRODUCT.matcher(product).matches() && ID.matcher(id).matches();
    }
}

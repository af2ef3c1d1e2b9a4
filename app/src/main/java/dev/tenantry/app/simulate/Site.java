package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Product;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * An invented site, with the app installed in it.
 *
 * @param product the host product
 * @param home where people see it; empty for a place that does not exist
 * @param appKey which app
 * @param workspace the Bitbucket workspace's {@code uuid}, with its braces; unused by the others
 * @param clientKey what the host calls the tenant
 * @param secret what site and app share
 */
record Site(Product product, Optional<URI> home, String appKey, String workspace, String clientKey, String secret) {

    private static final int SECRET_BYTES = 32;

    /** Invents a site. */
    static Site invent(Product product, String appKey) {
        var workspace = "{" + UUID.randomUUID() + "}";
        var clientKey = product == Product.BITBUCKET
                ? "ari:cloud:bitbucket::app/" + workspace + "/" + appKey
                : UUID.randomUUID().toString();
        return new Site(product, Optional.empty(), appKey, workspace, clientKey, newSecret());
    }

    /** Returns the site as people see it at this address. */
    Site at(URI address) {
        return new Site(product, Optional.of(address), appKey, workspace, clientKey, secret);
    }

    /** Returns the site with a secret that was never used before. */
    Site withNewSecret() {
        return new Site(product, home, appKey, workspace, clientKey, newSecret());
    }

    String baseUrl() {
        return switch (product) {
            case JIRA -> homeOrNowhere();
            case CONFLUENCE -> homeOrNowhere() + "/wiki";
            case BITBUCKET -> "https://bitbucket.org";
        };
    }

    private String homeOrNowhere() {
        return home.map(URI::toString).orElse("https://simulated.atlassian.net");
    }

    /** Returns the body of a callback; only {@code installed} tells the secret. */
    String payload(String event) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("key", appKey)
                .put("clientKey", clientKey)
                .put("baseUrl", baseUrl())
                .put("productType", product.productType())
                .put("description", "A simulated site")
                .put("eventType", event);
        home.ifPresent(url -> body.put("displayUrl", url.toString()));
        if (event.equals("installed")) {
            body.put("sharedSecret", secret);
        }
        return withPrincipal(body).toString();
    }

    private ObjectNode withPrincipal(ObjectNode body) {
        if (product == Product.BITBUCKET) {
            body.putObject("principal").put("type", "team").put("uuid", workspace);
            home.ifPresent(url -> body.put("baseApiUrl", url.toString()));
        }
        return body;
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return clientKey + " at " + baseUrl();
    }
}

package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Product;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * An invented site, with the app installed in it.
 *
 * @param product the host product
 * @param appKey which app
 * @param workspace the Bitbucket workspace's {@code uuid}, with its braces; unused by the others
 * @param clientKey what the host calls the tenant
 * @param secret what site and app share
 */
record Site(Product product, String appKey, String workspace, String clientKey, String secret) {

    private static final int SECRET_BYTES = 32;

    /** Invents a site. */
    static Site invent(Product product, String appKey) {
        var workspace = "{" + UUID.randomUUID() + "}";
        var clientKey = product == Product.BITBUCKET
                ? "ari:cloud:bitbucket::app/" + workspace + "/" + appKey
                : UUID.randomUUID().toString();
        return new Site(product, appKey, workspace, clientKey, newSecret());
    }

    /** Returns the site with a secret that was never used before. */
    Site withNewSecret() {
        return new Site(product, appKey, workspace, clientKey, newSecret());
    }

    String baseUrl() {
        return switch (product) {
            case JIRA -> "https://simulated.atlassian.net";
            case CONFLUENCE -> "https://simulated.atlassian.net/wiki";
            case BITBUCKET -> "https://bitbucket.org";
        };
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
        if (event.equals("installed")) {
            body.put("sharedSecret", secret);
        }
        return withPrincipal(body).toString();
    }

    private ObjectNode withPrincipal(ObjectNode body) {
        if (product == Product.BITBUCKET) {
            body.putObject("principal").put("type", "team").put("uuid", workspace);
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

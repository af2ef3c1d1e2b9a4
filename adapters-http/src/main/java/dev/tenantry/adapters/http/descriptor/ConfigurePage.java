package dev.tenantry.adapters.http.descriptor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Product;

/**
 * The module that puts "Configure" beside the app where administrators manage apps.
 *
 * <p>Its condition hides the button from others and protects nothing: the settings API asks for itself. Bitbucket knows no
 * such condition.
 */
final class ConfigurePage {

    static final String MODULE = "configurePage";
    private static final String KEY = "tenantry-configure";
    private static final String URL = "/settings";

    private ConfigurePage() {}

    static ObjectNode of(Product product, String appName) {
        var page = JsonNodeFactory.instance.objectNode().put("key", KEY).put("url", URL);
        page.putObject("name").put("value", appName + " settings");
        if (product == Product.CONFLUENCE) {
            page.put("fullPage", true);
        }
        if (product != Product.BITBUCKET) {
            page.putArray("conditions").addObject().put("condition", "user_is_admin");
        }
        return page;
    }
}

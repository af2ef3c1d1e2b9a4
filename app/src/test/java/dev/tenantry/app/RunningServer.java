package dev.tenantry.app;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.Product;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.dropwizard.testing.ResourceHelpers;
import java.net.URI;

/** The whole application, as shipped, on free loopback ports. */
public final class RunningServer implements AutoCloseable {

    private final DropwizardTestSupport<TenantryConfiguration> support;

    private RunningServer(DropwizardTestSupport<TenantryConfiguration> support) {
        this.support = support;
    }

    /** Starts it on the store at this JDBC URL, believing install keys from that address. */
    public static RunningServer start(Product product, String storageUrl, URI installKeysUrl) throws Exception {
        var support = new DropwizardTestSupport<>(
                TenantryApplication.class,
                ResourceHelpers.resourceFilePath("config.yml"),
                "tenantry",
                ConfigOverride.config("tenantry", "app.product", product.productType()),
                ConfigOverride.config("tenantry", "app.baseUrl", "https://tenantry.example.com"),
                ConfigOverride.config("tenantry", "app.unsignedFirstInstall", "true"),
                ConfigOverride.config("tenantry", "app.installKeysUrl", installKeysUrl.toString()),
                ConfigOverride.config("tenantry", "storage.url", storageUrl),
                ConfigOverride.config("tenantry", "server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("tenantry", "server.adminConnectors[0].port", "0"));
        support.before();
        return new RunningServer(support);
    }

    /** Returns where the application listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + support.getLocalPort());
    }

    /** Returns where the operator's port listens. */
    public URI adminUrl() {
        return URI.create("http://127.0.0.1:" + support.getAdminPort());
    }

    @Override
    public void close() {
        support.after();
    }
}

package dev.tenantry.app;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.port.out.Storage;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.dropwizard.testing.ResourceHelpers;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

/** The whole application, as shipped, on free loopback ports. */
public final class RunningServer implements AutoCloseable {

    /** A machine that is busy with other things may take long to open a store. */
    private static final String PATIENCE = "20s";

    private final DropwizardTestSupport<TenantryConfiguration> support;

    private RunningServer(DropwizardTestSupport<TenantryConfiguration> support) {
        this.support = support;
    }

    /** Starts it on the store at this JDBC URL, believing install keys from that address. */
    public static RunningServer start(Product product, String storageUrl, URI installKeysUrl) throws Exception {
        return start(Map.of(
                "app.product",
                product.productType(),
                "app.baseUrl",
                "https://tenantry.example.com",
                "app.unsignedFirstInstall",
                "true",
                "app.installKeysUrl",
                installKeysUrl.toString(),
                "storage.url",
                storageUrl));
    }

    /** Starts it with the shipped configuration in which these keys have other values. */
    public static RunningServer start(Map<String, String> keys) throws Exception {
        var usual = Map.of(
                "server.applicationConnectors[0].port", "0",
                "server.adminConnectors[0].port", "0",
                "storage.timeout", PATIENCE);
        var overrides = Stream.of(keys, usual)
                .flatMap(map -> map.entrySet().stream())
                .map(entry -> ConfigOverride.config("tenantry", entry.getKey(), entry.getValue()))
                .toArray(ConfigOverride[]::new);
        var support = new DropwizardTestSupport<>(
                TenantryApplication.class, ResourceHelpers.resourceFilePath("config.yml"), "tenantry", overrides);
        support.before();
        return new RunningServer(support);
    }

    /** Opens the store that the server uses once more. */
    public Storage openStorage() {
        return support.getConfiguration().storage().open();
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

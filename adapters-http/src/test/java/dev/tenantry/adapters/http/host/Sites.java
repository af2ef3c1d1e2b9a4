package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.model.AllowedHosts;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.testkit.Fixtures;
import java.util.List;
import java.util.Map;

/** Apps whose sites are on this machine, and tenants there. The secret of a tenant is "secret of " and its id. */
public final class Sites {

    public static final String APP_KEY = "com.example.app";

    private Sites() {}

    /** Returns an app whose sites may be at one host and port only. */
    public static App app(Product product, String authority) {
        return new App(
                APP_KEY, product, List.of("https://app.example.com"), AllowedHosts.of(List.of(authority)), false);
    }

    /** Returns a tenant whose site's API has this base URL. */
    public static TenantRecord tenant(String id, Product product, String apiUrl) {
        var installation = product == Product.BITBUCKET
                ? new Installation(
                        APP_KEY,
                        product.productType(),
                        "https://bitbucket.org",
                        Map.of(HostField.BASE_API_URL, apiUrl),
                        Map.of())
                : new Installation(APP_KEY, product.productType(), apiUrl, Map.of(), Map.of());
        return Fixtures.with(installation, Fixtures.tenant(id));
    }

    /** Returns the secret of a tenant that {@link #tenant} made. */
    public static String secret(TenantRecord tenant) {
        return tenant.secrets().current().orElseThrow().reveal();
    }
}

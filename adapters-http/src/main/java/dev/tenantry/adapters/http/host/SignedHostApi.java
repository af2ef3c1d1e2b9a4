package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.HostApi;

/** The API of the host product, asked with signed calls. */
public final class SignedHostApi implements HostApi {

    private final Product product;
    private final HostClient client;

    public SignedHostApi(Product product, HostClient client) {
        this.product = product;
        this.client = client;
    }

    @Override
    public boolean isAdministrator(TenantRecord tenant, String accountId) {
        return AdministratorCheck.of(product, BitbucketAdministratorCheck.workspace(tenant))
                .confirms(HostQuestions.asTheApp(client, tenant), accountId);
    }
}

package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.HostApi;

/** The API of the host product, asked with signed calls. */
public final class SignedHostApi implements HostApi {

    private final HostClient client;
    private final AdministratorCheck administrators;

    public SignedHostApi(Product product, HostClient client) {
        this.client = client;
        this.administrators = AdministratorCheck.of(product);
    }

    @Override
    public boolean isAdministrator(TenantRecord tenant, String accountId) {
        return administrators.confirms(new HostQuestions(client, tenant, client.start()), accountId);
    }
}

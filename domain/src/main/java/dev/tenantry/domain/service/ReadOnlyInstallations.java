package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.util.List;
import java.util.Optional;

record ReadOnlyInstallations(Installations installations) implements Installations {

    @Override
    public Optional<TenantRecord> find(TenantId tenant) {
        return installations.find(tenant);
    }

    @Override
    public boolean commit(Commit change) {
        throw new ReadOnlyException();
    }

    @Override
    public List<TenantRecord> page(Optional<TenantId> after, int limit) {
        return installations.page(after, limit);
    }
}

package dev.tenantry.domain.testkit;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import java.util.List;
import java.util.Optional;

/** Everything in memory, all of which can be read. */
final class InMemoryArchive implements Archive {

    private final InMemoryTenants tenants;

    InMemoryArchive(InMemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
        return tenants.page(after.map(TenantId::new), limit).stream()
                .map(record -> new Row<>(record.id().value(), Optional.of(record)))
                .toList();
    }

    @Override
    public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
        var start = after.map(SettingKey::new);
        return tenants.retained(life).stream()
                .filter(setting ->
                        start.map(key -> setting.key().compareTo(key) > 0).orElse(true))
                .limit(limit)
                .map(setting -> new Row<>(setting.key().value(), Optional.of(setting)))
                .toList();
    }
}

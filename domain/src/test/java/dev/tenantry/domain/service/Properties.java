package dev.tenantry.domain.service;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.HostProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The properties of all sites, in memory; the same text is the same JSON. Some sites may be out of reach. */
final class Properties implements HostProperties {

    final Map<String, JsonText> values = new TreeMap<>();
    final Set<TenantId> outOfReach = new HashSet<>();
    Runnable beforeEachWrite = () -> {};

    static String place(String tenant, String key) {
        return tenant + '/' + key;
    }

    @Override
    public List<String> keys(TenantRecord tenant) {
        requireReach(tenant);
        var prefix = place(tenant.id().value(), "");
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    @Override
    public Optional<JsonText> find(TenantRecord tenant, SettingKey key) {
        requireReach(tenant);
        return Optional.ofNullable(values.get(place(tenant.id().value(), key.value())));
    }

    @Override
    public boolean align(TenantRecord tenant, SettingKey key, Optional<JsonText> value) {
        if (find(tenant, key).equals(value)) {
            return false;
        }
        beforeEachWrite.run();
        var place = place(tenant.id().value(), key.value());
        value.ifPresentOrElse(text -> values.put(place, text), () -> values.remove(place));
        return true;
    }

    private void requireReach(TenantRecord tenant) {
        if (outOfReach.contains(tenant.id())) {
            throw new HostUnavailableException("the site is out of reach");
        }
    }
}

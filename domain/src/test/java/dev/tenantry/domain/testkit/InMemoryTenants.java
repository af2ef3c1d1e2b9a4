package dev.tenantry.domain.testkit;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Records, and the settings of each life, under one lock: the simplest thing that can be atomic. */
final class InMemoryTenants implements Installations {

    private final NavigableMap<TenantId, TenantRecord> records = new TreeMap<>();
    private final Map<Life, NavigableMap<SettingKey, Setting>> settings = new HashMap<>();

    @Override
    public synchronized Optional<TenantRecord> find(TenantId tenant) {
        return Optional.ofNullable(records.get(tenant));
    }

    @Override
    public synchronized boolean commit(Commit change) {
        if (!find(change.tenant()).equals(change.expected())) {
            return false;
        }
        change.dropped().ifPresent(incarnation -> settings.remove(new Life(change.tenant(), incarnation)));
        change.next().ifPresentOrElse(next -> records.put(next.id(), next), () -> records.remove(change.tenant()));
        change.next().flatMap(TenantRecord::life).ifPresent(life -> plant(life, change.seeds()));
        return true;
    }

    @Override
    public synchronized List<TenantRecord> page(Optional<TenantId> after, int limit) {
        var rest = after.map(tenant -> records.tailMap(tenant, false)).orElse(records);
        return rest.values().stream().limit(limit).toList();
    }

    /** Returns the settings of a life, or empty if the fence is closed. Callers hold this object's lock. */
    synchronized Optional<NavigableMap<SettingKey, Setting>> settingsOf(Life life) {
        return find(life.tenant())
                .filter(stored -> stored.isOpenFor(life))
                .map(open -> settings.computeIfAbsent(life, absent -> new TreeMap<>()));
    }

    /** Returns a copy of the settings of a life that the tenant's record names, whether the fence is open or not. */
    synchronized List<Setting> retained(Life life) {
        return find(life.tenant()).flatMap(TenantRecord::life).equals(Optional.of(life))
                ? List.copyOf(settings.getOrDefault(life, Collections.emptyNavigableMap())
                        .values())
                : List.of();
    }

    private void plant(Life life, List<Setting> seeds) {
        var planted = settings.computeIfAbsent(life, absent -> new TreeMap<>());
        seeds.forEach(seed -> planted.putIfAbsent(seed.key(), seed));
    }
}

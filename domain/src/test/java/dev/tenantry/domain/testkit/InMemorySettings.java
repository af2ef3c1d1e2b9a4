package dev.tenantry.domain.testkit;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;

/** Settings in memory, behind the lock of their tenants. */
final class InMemorySettings implements Settings {

    private final InMemoryTenants tenants;

    InMemorySettings(InMemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Optional<Setting> find(Life life, SettingKey key) {
        synchronized (tenants) {
            return Optional.ofNullable(open(life).get(key));
        }
    }

    @Override
    public List<Setting> findAll(Life life, Collection<SettingKey> keys) {
        synchronized (tenants) {
            var stored = open(life);
            return new TreeSet<>(keys)
                    .stream()
                            .flatMap(key -> Optional.ofNullable(stored.get(key)).stream())
                            .toList();
        }
    }

    @Override
    public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
        synchronized (tenants) {
            var stored = open(life);
            var rest = after.map(key -> stored.tailMap(key, false)).orElse(stored);
            return rest.values().stream().limit(limit).toList();
        }
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        synchronized (tenants) {
            var stored = open(life);
            var current = Optional.ofNullable(stored.get(setting.key()));
            if (!precondition.admits(current.map(Setting::etag))) {
                return PutOutcome.UNMET;
            }
            if (current.isEmpty() && stored.size() >= quota) {
                return PutOutcome.FULL;
            }
            stored.put(setting.key(), setting);
            return current.isPresent() ? PutOutcome.REPLACED : PutOutcome.CREATED;
        }
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        synchronized (tenants) {
            var stored = open(life);
            var current = Optional.ofNullable(stored.get(key));
            if (!precondition.admits(current.map(Setting::etag))) {
                return RemoveOutcome.UNMET;
            }
            stored.remove(key);
            return current.isPresent() ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
        }
    }

    private NavigableMap<SettingKey, Setting> open(Life life) {
        return tenants.settingsOf(life).orElseThrow(() -> new UnauthenticatedException("the tenant's life has ended"));
    }
}

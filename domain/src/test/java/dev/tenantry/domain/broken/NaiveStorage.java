package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Settings;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Two tables without a transaction around them, as one writes them on the first day: a put looks whether the tenant is
 * there, and then writes; a commit changes the record, and then the settings.
 */
final class NaiveStorage {

    private final Map<TenantId, NavigableMap<SettingKey, Setting>> rows = new ConcurrentHashMap<>();

    private NavigableMap<SettingKey, Setting> rowsOf(TenantId tenant) {
        return rows.computeIfAbsent(tenant, absent -> new ConcurrentSkipListMap<>());
    }

    /** Commits in two steps. */
    Installations installations(Installations sound) {
        return new PassingInstallations(sound) {
            @Override
            public boolean commit(Commit change) {
                boolean done = sound.commit(change);
                Gap.pass();
                if (done) {
                    change.dropped()
                            .ifPresent(dropped -> rowsOf(change.tenant()).clear());
                    change.seeds().forEach(seed -> rowsOf(change.tenant()).putIfAbsent(seed.key(), seed));
                }
                return done;
            }
        };
    }

    /** Looks, then acts. */
    Settings settings(Settings fence) {
        return new PassingSettings(fence) {
            @Override
            public Optional<Setting> find(Life life, SettingKey key) {
                fence.find(life, key);
                return Optional.ofNullable(rowsOf(life.tenant()).get(key));
            }

            @Override
            public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
                fence.page(life, after, limit);
                var all = rowsOf(life.tenant());
                return after.map(key -> all.tailMap(key, false)).orElse(all).values().stream()
                        .limit(limit)
                        .toList();
            }

            @Override
            public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
                fence.find(life, setting.key());
                Gap.pass();
                return rowsOf(life.tenant()).put(setting.key(), setting) == null
                        ? PutOutcome.CREATED
                        : PutOutcome.REPLACED;
            }

            @Override
            public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
                fence.find(life, key);
                Gap.pass();
                return rowsOf(life.tenant()).remove(key) == null ? RemoveOutcome.ABSENT : RemoveOutcome.REMOVED;
            }
        };
    }
}

package dev.tenantry.domain.port.out;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Settings that pass everything on to others: a decorator overrides what it does in another way. */
public abstract class ForwardingSettings implements Settings {

    private final Settings settings;

    /** @param settings what everything is passed on to */
    protected ForwardingSettings(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Setting> find(Life life, SettingKey key) {
        return settings.find(life, key);
    }

    @Override
    public List<Setting> findAll(Life life, Collection<SettingKey> keys) {
        return settings.findAll(life, keys);
    }

    @Override
    public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
        return settings.page(life, after, limit);
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        return settings.put(life, setting, precondition, quota);
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        return settings.remove(life, key, precondition);
    }
}

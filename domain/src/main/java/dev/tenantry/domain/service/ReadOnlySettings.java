package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

record ReadOnlySettings(Settings settings) implements Settings {

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
        throw new ReadOnlyException();
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        throw new ReadOnlyException();
    }
}

package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Passes everything on; what is to be broken overrides it. */
class PassingSettings implements Settings {

    final Settings sound;

    PassingSettings(Settings sound) {
        this.sound = sound;
    }

    @Override
    public Optional<Setting> find(Life life, SettingKey key) {
        return sound.find(life, key);
    }

    @Override
    public List<Setting> findAll(Life life, Collection<SettingKey> keys) {
        return sound.findAll(life, keys);
    }

    @Override
    public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
        return sound.page(life, after, limit);
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        return sound.put(life, setting, precondition, quota);
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        return sound.remove(life, key, precondition);
    }
}

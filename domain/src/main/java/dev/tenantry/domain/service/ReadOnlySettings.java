package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.ForwardingSettings;
import dev.tenantry.domain.port.out.Settings;

final class ReadOnlySettings extends ForwardingSettings {

    ReadOnlySettings(Settings settings) {
        super(settings);
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

package dev.tenantry.domain.service;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.ForwardingSettings;
import dev.tenantry.domain.port.out.Settings;
import java.util.function.Supplier;

/**
 * Settings that a mirror follows. A write that failed may have come about all the same, so it is followed too: what is
 * copied is what is stored by then.
 */
final class FollowedSettings extends ForwardingSettings {

    private final Mirror mirror;
    private final LaterCopies copies;

    FollowedSettings(Settings settings, Mirror mirror, LaterCopies copies) {
        super(settings);
        this.mirror = mirror;
        this.copies = copies;
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        var outcome = write(life, setting.key(), () -> super.put(life, setting, precondition, quota));
        if (outcome == PutOutcome.CREATED || outcome == PutOutcome.REPLACED) {
            follow(life, setting.key());
        }
        return outcome;
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        var outcome = write(life, key, () -> super.remove(life, key, precondition));
        if (outcome == RemoveOutcome.REMOVED) {
            follow(life, key);
        }
        return outcome;
    }

    private <T> T write(Life life, SettingKey key, Supplier<T> write) {
        try {
            return write.get();
        } catch (StorageException unknown) {
            follow(life, key);
            throw unknown;
        }
    }

    private void follow(Life life, SettingKey key) {
        if (mirror.covers(key)) {
            copies.begin(life.tenant(), () -> mirror.follow(life, key));
        }
    }
}

package dev.tenantry.domain.service;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.SettingEdit;
import dev.tenantry.domain.port.in.SettingView;
import dev.tenantry.domain.port.in.UseSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Settings of which some are copied to the host after every write, which does not wait for it. A copy that fails is logged,
 * and repaired by {@link Mirror#reconcile}.
 */
public final class MirroredSettings implements UseSettings {

    private final UseSettings settings;
    private final Mirror mirror;
    private final LaterCopies copies;

    /** @param afterwards makes the copies; it may refuse some when it is busy */
    public MirroredSettings(UseSettings settings, Mirror mirror, Executor afterwards) {
        this.settings = settings;
        this.mirror = mirror;
        this.copies = new LaterCopies(afterwards);
    }

    @Override
    public SettingView get(Access access, SettingKey key, Precondition precondition) {
        return settings.get(access, key, precondition);
    }

    @Override
    public List<SettingView> page(Access access, Optional<SettingKey> after, int limit) {
        return settings.page(access, after, limit);
    }

    @Override
    public Written put(Access access, Setting setting, Precondition precondition) {
        mirror.requireRoom(setting.key(), setting.value());
        var written = settings.put(access, setting, precondition);
        follow(access, setting.key());
        return written;
    }

    @Override
    public SettingView patch(Access access, SettingKey key, SettingEdit edit, Precondition precondition) {
        SettingEdit bounded = (shown, secrets) -> {
            var next = edit.apply(shown, secrets);
            mirror.requireRoom(key, next);
            return next;
        };
        var patched = settings.patch(access, key, bounded, precondition);
        follow(access, key);
        return patched;
    }

    @Override
    public void remove(Access access, SettingKey key, Precondition precondition) {
        settings.remove(access, key, precondition);
        follow(access, key);
    }

    private void follow(Access access, SettingKey key) {
        if (mirror.covers(key)) {
            copies.begin(access.life().tenant(), () -> mirror.follow(access.life(), key));
        }
    }
}

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

/** Settings of which some are copied to the host: a value that no host could keep is refused, while somebody can act on it. */
public final class MirroredSettings implements UseSettings {

    private final UseSettings settings;
    private final Mirror mirror;

    /**
     * @param settings write to a {@link MirroredStorage}
     * @param mirror knows which settings are copied
     */
    public MirroredSettings(UseSettings settings, Mirror mirror) {
        this.settings = settings;
        this.mirror = mirror;
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
        return settings.put(access, setting, precondition);
    }

    @Override
    public SettingView patch(Access access, SettingKey key, SettingEdit edit, Precondition precondition) {
        SettingEdit bounded = (shown, secrets) -> {
            var next = edit.apply(shown, secrets);
            mirror.requireRoom(key, next);
            return next;
        };
        return settings.patch(access, key, bounded, precondition);
    }

    @Override
    public void remove(Access access, SettingKey key, Precondition precondition) {
        settings.remove(access, key, precondition);
    }
}

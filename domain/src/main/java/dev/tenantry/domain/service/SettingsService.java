package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.UseSettings;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Uses settings within the operator's policy; what races with other writers is settled by the store. */
public final class SettingsService implements UseSettings {

    /** Each lost race means that another writer won, so only a storm of writers can use up this many. */
    private static final int MAX_ATTEMPTS = 100;

    private final Settings settings;
    private final SettingsPolicy policy;
    private final Optional<Administrators> administrators;

    /**
     * Makes the service for a policy under which the host need not be asked.
     *
     * @throws IllegalArgumentException if only administrators may write
     */
    public SettingsService(Settings settings, SettingsPolicy policy) {
        this(settings, policy, Optional.empty());
    }

    /** Makes the service for any policy. */
    public SettingsService(Settings settings, SettingsPolicy policy, Administrators administrators) {
        this(settings, policy, Optional.of(administrators));
    }

    private SettingsService(Settings settings, SettingsPolicy policy, Optional<Administrators> administrators) {
        if (policy.writers() == Writers.ADMINS && administrators.isEmpty()) {
            throw new IllegalArgumentException("somebody must know who is an administrator");
        }
        this.settings = settings;
        this.policy = policy;
        this.administrators = administrators;
    }

    @Override
    public Setting get(Access access, SettingKey key, Precondition precondition) {
        var found = settings.find(access.life(), key);
        if (!precondition.admits(found.map(Setting::etag))) {
            throw unmet();
        }
        return found.orElseThrow(SettingsService::notFound);
    }

    @Override
    public List<Setting> page(Access access, Optional<SettingKey> after, int limit) {
        return settings.page(access.life(), after, limit);
    }

    @Override
    public boolean put(Access access, Setting setting, Precondition precondition) {
        requireWriter(access);
        requireSize(setting.value());
        return switch (settings.put(access.life(), setting, precondition, policy.maxSettings())) {
            case CREATED -> true;
            case REPLACED -> false;
            case UNMET -> throw unmet();
            case FULL ->
                throw new RejectedException(
                        ErrorCode.CONFLICT,
                        "The tenant has " + policy.maxSettings() + " settings and may not have more.");
        };
    }

    @Override
    public Setting patch(Access access, SettingKey key, UnaryOperator<JsonText> change, Precondition precondition) {
        requireWriter(access);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var stored = get(access, key, precondition);
            var next = new Setting(key, change.apply(stored.value()));
            requireSize(next.value());
            var unchanged = new Precondition.Matches(Set.of(stored.etag()));
            if (settings.put(access.life(), next, unchanged, policy.maxSettings()) == PutOutcome.REPLACED) {
                return next;
            }
        }
        throw new StorageException(
                "setting " + key + " of tenant " + access.life().tenant() + " changes too fast to patch");
    }

    @Override
    public void remove(Access access, SettingKey key, Precondition precondition) {
        requireWriter(access);
        var outcome = settings.remove(access.life(), key, precondition);
        if (outcome == RemoveOutcome.UNMET) {
            throw unmet();
        }
        if (outcome == RemoveOutcome.ABSENT) {
            throw notFound();
        }
    }

    private void requireWriter(Access access) {
        if (access.caller() instanceof Caller.User user && !mayWrite(access.life(), user)) {
            throw new RejectedException(ErrorCode.FORBIDDEN, whoMayWrite());
        }
    }

    private boolean mayWrite(Life life, Caller.User user) {
        return switch (policy.writers()) {
            case APP -> false;
            case USERS -> true;
            case ADMINS -> administrators.orElseThrow().include(life, user);
        };
    }

    private String whoMayWrite() {
        return policy.writers() == Writers.ADMINS
                ? "Only administrators may change the settings of this app."
                : "Users may not change the settings of this app.";
    }

    private void requireSize(JsonText value) {
        if (value.utf8().length > policy.maxValueBytes()) {
            throw new RejectedException(
                    ErrorCode.TOO_LARGE, "A value may have at most " + policy.maxValueBytes() + " bytes.");
        }
    }

    private static RejectedException notFound() {
        return new RejectedException(ErrorCode.NOT_FOUND, "There is no such setting.");
    }

    private static RejectedException unmet() {
        return new RejectedException(
                ErrorCode.PRECONDITION_FAILED, "The setting is not in the state that the request requires.");
    }
}

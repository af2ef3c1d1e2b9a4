package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.SettingEdit;
import dev.tenantry.domain.port.in.SettingView;
import dev.tenantry.domain.port.in.UseSettings;
import dev.tenantry.domain.port.out.SettingSchema;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Uses settings within the operator's policy; what races with other writers is settled by the store. */
public final class SettingsService implements UseSettings {

    /** Each lost race means that another writer won, so only a storm of writers can use up this many. */
    private static final int MAX_ATTEMPTS = 100;

    private final Settings settings;
    private final SettingsPolicy policy;
    private final DeclaredSettings declared;
    private final WriteRules rules;
    private final SettingViews views;

    /**
     * Makes the service for an app that declares nothing about its settings.
     *
     * @throws IllegalArgumentException if only administrators may write
     */
    public SettingsService(Settings settings, SettingsPolicy policy) {
        this(
                settings,
                new WriteRules(policy, DeclaredSettings.NONE, Optional.empty()),
                new SettingViews(DeclaredSettings.NONE, Optional.empty()));
    }

    /**
     * Makes the service for a policy under which the host need not be asked. The key that settings with secrets need is
     * taken from the storage, or minted, at once.
     *
     * @throws StorageException if it is needed and the storage does not answer
     * @throws IllegalArgumentException if only administrators may write
     */
    public SettingsService(Storage storage, SettingsPolicy policy, DeclaredSettings declared) {
        this(storage.settings(), new WriteRules(policy, declared, Optional.empty()), views(storage, declared));
    }

    /**
     * Makes the service for any policy. The key that settings with secrets need is taken from the storage, or minted, at
     * once.
     *
     * @throws StorageException if it is needed and the storage does not answer
     */
    public SettingsService(
            Storage storage, SettingsPolicy policy, DeclaredSettings declared, Administrators administrators) {
        this(
                storage.settings(),
                new WriteRules(policy, declared, Optional.of(administrators)),
                views(storage, declared));
    }

    private SettingsService(Settings settings, WriteRules rules, SettingViews views) {
        this.settings = settings;
        this.policy = rules.policy();
        this.declared = rules.declared();
        this.rules = rules;
        this.views = views;
    }

    private static SettingViews views(Storage storage, DeclaredSettings declared) {
        var tags = Optional.of(declared)
                .filter(DeclaredSettings::haveSecrets)
                .map(secretive -> storage.serverKeys().findOrCreate(SecretTags.KEY_NAME, ServerKey.mint()))
                .map(SecretTags::new);
        return new SettingViews(declared, tags);
    }

    @Override
    public SettingView get(Access access, SettingKey key, Precondition precondition) {
        var stored = settings.find(access.life(), key);
        requireState(access, stored, precondition);
        return views.view(access.life(), stored.orElseThrow(SettingsService::notFound));
    }

    @Override
    public List<SettingView> page(Access access, Optional<SettingKey> after, int limit) {
        return settings.page(access.life(), after, limit).stream()
                .map(stored -> views.view(access.life(), stored))
                .toList();
    }

    @Override
    public Written put(Access access, Setting setting, Precondition precondition) {
        rules.requireWriter(access, setting.key());
        var schema = declared.secretive(setting.key());
        if (schema.isPresent()) {
            return putKeepingSecrets(access, setting, precondition, schema.get());
        }
        rules.requireFit(setting);
        return written(access, setting, settings.put(access.life(), setting, precondition, policy.maxSettings()));
    }

    private Written putKeepingSecrets(Access access, Setting setting, Precondition precondition, SettingSchema schema) {
        return untilUndisturbed(access, setting.key(), stored -> {
            requireState(access, stored, precondition);
            var next = schema.restore(setting.value(), stored.map(Setting::value));
            return replace(access, stored, new Setting(setting.key(), next));
        });
    }

    @Override
    public SettingView patch(Access access, SettingKey key, SettingEdit edit, Precondition precondition) {
        rules.requireWriter(access, key);
        return untilUndisturbed(access, key, found -> {
            requireState(access, found, precondition);
            var stored = found.orElseThrow(SettingsService::notFound);
            var next = new Setting(key, edited(stored, edit));
            return replace(access, found, next).map(done -> views.view(access.life(), next));
        });
    }

    private JsonText edited(Setting stored, SettingEdit edit) {
        var secretive = declared.secretive(stored.key());
        var secrets = secretive.map(SettingSchema::secrets).orElse(Set.of());
        var edited = edit.apply(declared.conceal(stored), secrets);
        return secretive
                .map(schema -> schema.restore(edited, Optional.of(stored.value())))
                .orElse(edited);
    }

    @Override
    public void remove(Access access, SettingKey key, Precondition precondition) {
        rules.requireWriter(access);
        var outcome = declared.secretive(key).isPresent()
                ? removeAsShown(access, key, precondition)
                : settings.remove(access.life(), key, precondition);
        if (outcome == RemoveOutcome.UNMET) {
            throw unmet();
        }
        if (outcome == RemoveOutcome.ABSENT) {
            throw notFound();
        }
    }

    private RemoveOutcome removeAsShown(Access access, SettingKey key, Precondition precondition) {
        return untilUndisturbed(access, key, stored -> {
            requireState(access, stored, precondition);
            return Optional.of(settings.remove(access.life(), key, exactly(stored)))
                    .filter(outcome -> outcome != RemoveOutcome.UNMET);
        });
    }

    /** Lets an attempt read and write; an empty result says that somebody else wrote in between. */
    private <T> T untilUndisturbed(Access access, SettingKey key, Function<Optional<Setting>, Optional<T>> attempt) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            var done = attempt.apply(settings.find(access.life(), key));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new StorageException(
                "setting " + key + " of tenant " + access.life().tenant() + " changes too fast to be written");
    }

    private Optional<Written> replace(Access access, Optional<Setting> stored, Setting next) {
        rules.requireFit(next);
        var outcome = settings.put(access.life(), next, exactly(stored), policy.maxSettings());
        return outcome == PutOutcome.UNMET ? Optional.empty() : Optional.of(written(access, next, outcome));
    }

    private Written written(Access access, Setting stored, PutOutcome outcome) {
        return switch (outcome) {
            case CREATED, REPLACED -> new Written(outcome == PutOutcome.CREATED, views.tag(access.life(), stored));
            case UNMET -> throw unmet();
            case FULL ->
                throw new RejectedException(
                        ErrorCode.CONFLICT,
                        "The tenant has " + policy.maxSettings() + " settings and may not have more.");
        };
    }

    /** Callers know what is stored by the tag that they were shown, which the store does not know. */
    private void requireState(Access access, Optional<Setting> stored, Precondition precondition) {
        if (!precondition.admits(stored.map(setting -> views.tag(access.life(), setting)))) {
            throw unmet();
        }
    }

    private static Precondition exactly(Optional<Setting> stored) {
        return stored.<Precondition>map(setting -> new Precondition.Matches(Set.of(setting.etag())))
                .orElseGet(Precondition.Absent::new);
    }

    private static RejectedException notFound() {
        return new RejectedException(ErrorCode.NOT_FOUND, "There is no such setting.");
    }

    private static RejectedException unmet() {
        return new RejectedException(
                ErrorCode.PRECONDITION_FAILED, "The setting is not in the state that the request requires.");
    }
}

package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settings of which the backend never sees those with secrets. Tags are those of the text that callers know. */
record SealedSettings(Settings settings, SealedValues values) implements Settings {

    /** Each lost race means that another writer won, so only a storm of writers can use up this many. */
    private static final int MAX_ATTEMPTS = 100;

    @Override
    public Optional<Setting> find(Life life, SettingKey key) {
        return settings.find(life, key).map(stored -> values.unseal(life.tenant(), stored));
    }

    @Override
    public List<Setting> findAll(Life life, Collection<SettingKey> keys) {
        return unsealed(life, settings.findAll(life, keys));
    }

    @Override
    public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
        return unsealed(life, settings.page(life, after, limit));
    }

    private List<Setting> unsealed(Life life, List<Setting> stored) {
        return stored.stream()
                .map(setting -> values.unseal(life.tenant(), setting))
                .toList();
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        var sealed = values.seal(life.tenant(), setting);
        return write(
                precondition,
                new Write<>(
                        life,
                        setting.key(),
                        PutOutcome.UNMET,
                        condition -> settings.put(life, sealed, condition, quota)));
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        return write(
                precondition,
                new Write<>(life, key, RemoveOutcome.UNMET, condition -> settings.remove(life, key, condition)));
    }

    /**
     * One write to the backend.
     *
     * @param unmet its outcome if the condition does not hold
     * @param attempt makes it on a condition on what is stored
     */
    private record Write<T>(Life life, SettingKey key, T unmet, Function<Precondition, T> attempt) {}

    /**
     * Writes under a precondition on the plain text. Only one that names tags has to know it. For a setting without
     * secrets the backend does, unless it was sealed when the setting still had some.
     */
    private <T> T write(Precondition precondition, Write<T> write) {
        if (values.leavesPlain() || !(precondition instanceof Precondition.Matches)) {
            return write.attempt().apply(precondition);
        }
        if (!values.isSecretive(write.key())) {
            var outcome = write.attempt().apply(precondition);
            if (outcome != write.unmet()) {
                return outcome;
            }
        }
        return writeAsRead(precondition, write);
    }

    /** Compares with what is stored, and writes if exactly that is still there; begins again if it is not. */
    private <T> T writeAsRead(Precondition precondition, Write<T> write) {
        var tenant = write.life().tenant();
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            var stored = settings.find(write.life(), write.key());
            var plain = stored.map(seal -> values.unseal(tenant, seal));
            if (!precondition.admits(plain.map(Setting::etag))) {
                return write.unmet();
            }
            var outcome = write.attempt().apply(exactly(stored));
            if (outcome != write.unmet()) {
                return outcome;
            }
        }
        throw new StorageException(
                "setting " + write.key() + " of tenant " + tenant + " changes too fast to be written");
    }

    private static Precondition exactly(Optional<Setting> stored) {
        return new Precondition.Matches(stored.map(Setting::etag).stream().collect(Collectors.toSet()));
    }
}

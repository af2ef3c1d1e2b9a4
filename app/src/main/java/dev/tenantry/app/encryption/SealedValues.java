package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import java.util.function.Predicate;

/**
 * Settings as they are stored. Whether a value is sealed is seen from its text, so one whose setting is no longer declared
 * secret can be read all the same.
 *
 * @param secretive which settings have secrets
 */
record SealedValues(Sealer sealer, Predicate<SettingKey> secretive) {

    /**
     * Returns what to store. A value that looks as if it were sealed is sealed, whatever its setting: it must come back
     * as it is.
     */
    Setting seal(TenantId tenant, Setting setting) {
        var place = Place.of(tenant, setting.key());
        var text = setting.value().text();
        return concerns(setting.key(), text, place) ? with(setting, sealer.seal(text, place)) : setting;
    }

    /** @throws StorageException if the value cannot be unsealed */
    Setting unseal(TenantId tenant, Setting stored) {
        var text = stored.value().text();
        var plain = sealer.unseal(text, Place.of(tenant, stored.key()));
        return plain.equals(text) ? stored : with(stored, plain);
    }

    /** Returns whether a stored setting is, or should be, sealed. */
    boolean concerns(TenantId tenant, Setting stored) {
        return concerns(stored.key(), stored.value().text(), Place.of(tenant, stored.key()));
    }

    private boolean concerns(SettingKey key, String text, Place place) {
        return secretive.test(key) || place.isSealed(text);
    }

    boolean isSecretive(SettingKey key) {
        return secretive.test(key);
    }

    /** Returns whether every value is stored as it is. */
    boolean leavesPlain() {
        return sealer.leavesPlain();
    }

    static Setting with(Setting setting, String text) {
        return new Setting(setting.key(), new JsonText(text));
    }
}

package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;

/** A setting's value as it is stored: its ETag, which scripts compare, and then its text. */
final class StoredSetting {

    private static final int ETAG_LENGTH = 45;

    private StoredSetting() {}

    static String write(Setting setting) {
        return setting.etag() + setting.value().text();
    }

    /** @throws StorageException if the text makes no sense; names the setting and quotes nothing */
    static Setting read(SettingKey key, String stored) {
        if (stored.length() <= ETAG_LENGTH) {
            throw new StorageException("what is stored under key " + key + " is no setting");
        }
        return new Setting(key, new JsonText(stored.substring(ETAG_LENGTH)));
    }
}

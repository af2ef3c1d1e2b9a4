package dev.tenantry.adapters.redis;

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

    static Setting read(SettingKey key, String stored) {
        return new Setting(key, new JsonText(stored.substring(ETAG_LENGTH)));
    }
}

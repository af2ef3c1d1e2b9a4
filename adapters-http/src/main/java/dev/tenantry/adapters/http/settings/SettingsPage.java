package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.json.Quoted;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Part of a tenant's settings: {@code {"settings":[{"key":…,"etag":…,"value":…}],"next":…}}, each value as its exact text.
 *
 * @param settings in the order of their keys
 * @param next the key after which the next part begins; empty at the end
 */
record SettingsPage(List<Setting> settings, Optional<SettingKey> next) {

    /** @param found one setting more than the limit if there are more */
    static SettingsPage of(List<Setting> found, int limit) {
        if (found.size() <= limit) {
            return new SettingsPage(found, Optional.empty());
        }
        var part = found.subList(0, limit);
        return new SettingsPage(part, Optional.of(part.get(limit - 1).key()));
    }

    byte[] toJson() {
        var members =
                settings.stream().map(SettingsPage::member).collect(Collectors.joining(",", "\"settings\":[", "]"));
        var end = next.map(key -> ",\"next\":" + Quoted.of(key.value())).orElse("");
        return ('{' + members + end + '}').getBytes(StandardCharsets.UTF_8);
    }

    private static String member(Setting setting) {
        return "{\"key\":" + Quoted.of(setting.key().value())
                + ",\"etag\":" + Quoted.of(setting.etag().value())
                + ",\"value\":" + setting.value().text() + '}';
    }
}

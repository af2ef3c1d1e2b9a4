package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.json.Quoted;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Part of a tenant's settings: {@code {"settings":[{"key":…,"etag":…,"value":…}],"next":…}}, each value as its exact text.
 *
 * @param settings in the order of their keys
 * @param next the key after which the next part begins; empty at the end
 */
record SettingsPage(List<Setting> settings, Optional<SettingKey> next) {

    /** What one call of the domain may return: the default page, and the setting that tells whether there are more. */
    private static final int MOST_AT_ONCE = 101;

    /** A page ends early once its values have this many UTF-16 units, so that no page fills the memory. */
    private static final long MOST_UNITS = 4L * 1024 * 1024;

    /** @param source returns the settings after a key, at most as many as asked for */
    static SettingsPage read(PageQuery query, BiFunction<Optional<SettingKey>, Integer, List<Setting>> source) {
        var found = new ArrayList<Setting>();
        long units = 0;
        List<Setting> part;
        int asked;
        do {
            asked = Math.min(MOST_AT_ONCE, query.limit() + 1 - found.size());
            part = source.apply(last(found).or(query::after), asked);
            found.addAll(part);
            units += part.stream().mapToLong(s -> s.value().text().length()).sum();
        } while (part.size() == asked && found.size() <= query.limit() && units < MOST_UNITS);
        boolean more = part.size() == asked;
        // The last one only tells that there are more.
        var page = more ? found.subList(0, found.size() - 1) : found;
        return new SettingsPage(page, more ? last(page) : Optional.empty());
    }

    private static Optional<SettingKey> last(List<Setting> settings) {
        return settings.isEmpty()
                ? Optional.empty()
                : Optional.of(settings.get(settings.size() - 1).key());
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

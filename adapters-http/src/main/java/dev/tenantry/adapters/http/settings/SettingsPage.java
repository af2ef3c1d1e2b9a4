package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.json.Quoted;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.SettingView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Part of a tenant's settings: {@code {"settings":[{"key":…,"etag":…,"value":…}],"next":…}}, each value as its exact text.
 * An item whose value is not as the app declares it has a member {@code "valid":false}.
 *
 * @param settings in the order of their keys
 * @param next the key after which the next part begins; empty at the end
 */
record SettingsPage(List<SettingView> settings, Optional<SettingKey> next) {

    /** How many settings are read before anything is known of their sizes. */
    static final int FIRST_PART = 8;

    /** How many are read at once later, however small those before were. */
    static final int LARGEST_PART = 32;

    /** A page ends early once its values have this many UTF-16 units, so that no page fills the memory. */
    static final long MOST_UNITS = 4L * 1024 * 1024;

    /** @param source returns the settings after a key, at most as many as asked for */
    static SettingsPage read(PageQuery query, BiFunction<Optional<SettingKey>, Integer, List<SettingView>> source) {
        var found = new ArrayList<SettingView>();
        boolean more;
        do {
            int asked = Math.min(nextPart(found), query.limit() + 1 - found.size());
            var part = source.apply(last(found).or(query::after), asked);
            found.addAll(part);
            more = part.size() == asked;
        } while (more && found.size() <= query.limit() && units(found).sum() < MOST_UNITS);
        // The last one only tells that there are more.
        var page = more ? found.subList(0, found.size() - 1) : found;
        return new SettingsPage(page, more ? last(page) : Optional.empty());
    }

    /** Returns how many more fit if they are as large as the largest so far. */
    private static int nextPart(List<SettingView> found) {
        if (found.isEmpty()) {
            return FIRST_PART;
        }
        long left = MOST_UNITS - units(found).sum();
        long fitting = left / units(found).max().orElse(1);
        return (int) Math.max(1, Math.min(LARGEST_PART, fitting));
    }

    private static LongStream units(List<SettingView> settings) {
        return settings.stream().mapToLong(setting -> setting.value().text().length());
    }

    private static Optional<SettingKey> last(List<SettingView> settings) {
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

    private static String member(SettingView setting) {
        return "{\"key\":" + Quoted.of(setting.key().value())
                + ",\"etag\":" + Quoted.of(setting.etag().value())
                + (setting.valid() ? "" : ",\"valid\":false")
                + ",\"value\":" + setting.value().text() + '}';
    }
}

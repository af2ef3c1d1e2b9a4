package dev.tenantry.adapters.http.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.SettingView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPageTest {

    @ParameterizedTest
    @CsvSource({
        "0, 100, 0, false",
        "1, 1, 1, false",
        "2, 1, 1, true",
        "100, 100, 100, false",
        "101, 100, 100, true",
        "102, 101, 101, true",
        "101, 101, 101, false",
        "999, 1000, 999, false",
        "1000, 1000, 1000, false",
        "1001, 1000, 1000, true",
    })
    void pageHasAsManyAsAskedForAndKnowsWhetherThereAreMore(int stored, int limit, int size, boolean more) {
        var page = page(stored, limit, "1");

        assertThat(page.settings()).hasSize(size);
        assertThat(page.next().isPresent()).isEqualTo(more);
    }

    @Test
    void pageOfLargeValuesEndsEarlyAndTheNextGoesOn() {
        var page = page(1000, 1000, "1".repeat(100_000));

        var last = page.settings().get(page.settings().size() - 1).key();
        assertThat(page.settings()).hasSizeLessThan(200);
        assertThat(page.next()).contains(last);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void largeValuesComeInPartsThatTheBudgetHolds(int limit) {
        var parts = parts(limit, 256 * 1024);

        assertThat(parts).startsWith(SettingsPage.FIRST_PART);
        assertThat(parts.stream().mapToLong(i -> i * 256L * 1024).sum()).isLessThanOrEqualTo(SettingsPage.MOST_UNITS);
    }

    @Test
    void smallValuesComeInLargerParts() {
        assertThat(parts(100, 1)).containsExactly(8, 32, 32, 29);
    }

    /** Returns how many settings each call of the source was asked for. */
    private static List<Integer> parts(int limit, int units) {
        var all = settings(1000, "1".repeat(units));
        var parts = new ArrayList<Integer>();
        SettingsPage.read(new PageQuery(Optional.empty(), limit), (after, most) -> {
            parts.add(most);
            return after(all, after, most);
        });
        return parts;
    }

    private static SettingsPage page(int stored, int limit, String value) {
        var all = settings(stored, value);
        return SettingsPage.read(new PageQuery(Optional.empty(), limit), (after, most) -> after(all, after, most));
    }

    private static List<SettingView> settings(int count, String value) {
        return IntStream.range(0, count)
                .mapToObj(i -> view("%05d".formatted(i), new JsonText(value)))
                .toList();
    }

    private static SettingView view(String key, JsonText value) {
        return new SettingView(new SettingKey(key), value, value.etag(), true);
    }

    private static List<SettingView> after(List<SettingView> all, Optional<SettingKey> after, int most) {
        return all.stream()
                .filter(setting ->
                        after.map(key -> setting.key().compareTo(key) > 0).orElse(true))
                .limit(most)
                .toList();
    }
}

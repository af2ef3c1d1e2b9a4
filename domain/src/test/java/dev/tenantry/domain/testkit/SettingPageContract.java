package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of a tenant's settings. */
interface SettingPageContract extends StorageUnderTest {

    private List<String> page(Life life, String after, int limit) {
        var last = Optional.of(after).filter(name -> !name.isEmpty()).map(SettingKey::new);
        return storage().settings().page(life, last, limit).stream()
                .map(setting -> setting.key().value())
                .toList();
    }

    private List<String> allPages(Life life, int limit) {
        var names = new ArrayList<String>();
        var page = page(life, "", limit);
        while (!page.isEmpty()) {
            names.addAll(page);
            page = page.size() < limit ? List.of() : page(life, page.get(limit - 1), limit);
        }
        return names;
    }

    private static Setting[] settings(List<String> names) {
        return names.stream().map(name -> setting(name, "1")).toArray(Setting[]::new);
    }

    private void put(Life life, String key) {
        storage().settings().put(life, setting(key, "1"), new Precondition.Any(), 1000);
    }

    private void remove(Life life, String key) {
        storage().settings().remove(life, new SettingKey(key), new Precondition.Any());
    }

    @Test
    default void tenantWithoutSettingsHasAnEmptyPage() {
        var life = begin(tenant("acme"));
        assertThat(page(life, "", 10)).isEmpty();
        assertThat(page(life, "a", 10)).isEmpty();
    }

    @Test
    default void settingsAreInCodePointOrderHoweverLongThePagesAre() {
        var life =
                begin(tenant("acme"), settings(Names.inOrder().stream().sorted().toList()));
        assertThat(List.of(1, 2, 7, Names.inOrder().size(), 1000))
                .allSatisfy(limit -> assertThat(allPages(life, limit)).isEqualTo(Names.inOrder()));
    }

    @Test
    default void pageOfSettingsIsShortOnlyAtTheEnd() {
        var life = begin(tenant("acme"), settings(List.of("a", "b", "c", "d", "e")));
        assertThat(page(life, "", 2)).containsExactly("a", "b");
        assertThat(page(life, "b", 2)).containsExactly("c", "d");
        assertThat(page(life, "d", 2)).containsExactly("e");
        assertThat(page(life, "", 5)).containsExactly("a", "b", "c", "d", "e");
        assertThat(page(life, "e", 5)).isEmpty();
    }

    /** Rows that a store keeps beside the settings must not make a page short. */
    @Test
    default void rowsOfTheFrameworkLeaveNoHoleInAPage() {
        var names = List.of("a", "bearer", "bearer;", "clientInf", "clientInfp", "z");
        var life = begin(tenant("acme"), settings(names));
        assertThat(List.of(1, 2, 3, 6))
                .allSatisfy(limit -> assertThat(allPages(life, limit)).isEqualTo(names));
        assertThat(page(life, "bearer", 2)).containsExactly("bearer;", "clientInf");
        assertThat(page(life, "clientInf", 2)).containsExactly("clientInfp", "z");
    }

    @Test
    default void pageGoesOnBehindASettingThatIsGoneOrNeverWas() {
        var life = begin(tenant("acme"), settings(List.of("a", "b", "c", "d")));
        assertThat(page(life, "", 2)).containsExactly("a", "b");
        remove(life, "b");
        put(life, "0");
        put(life, "bb");
        assertThat(page(life, "b", 2)).containsExactly("bb", "c");
        assertThat(page(life, "cc", 2)).containsExactly("d");
    }

    @Test
    default void pagesSkipAndRepeatNoSettingWhileOthersComeAndGo() {
        var stable = IntStream.range(10, 30).mapToObj(n -> "key" + n).toList();
        var life = begin(tenant("acme"), settings(stable));
        var done = new AtomicBoolean();
        Supplier<Boolean> writer = () -> {
            for (int n = 0; !done.get(); n = (n + 7) % 40) {
                put(life, "key" + n + "-passing");
                remove(life, "key" + n + "-passing");
            }
            return true;
        };
        Supplier<Boolean> reader = () -> {
            try {
                for (int round = 0; round < Race.ROUNDS; round++) {
                    assertThat(allPages(life, 3))
                            .isSorted()
                            .doesNotHaveDuplicates()
                            .containsAll(stable);
                }
                return true;
            } finally {
                done.set(true);
            }
        };
        assertThat(Race.run(List.of(reader, writer))).containsOnly(true);
    }
}

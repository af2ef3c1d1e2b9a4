package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Settings of one tenant beside each other, and beside those of others. */
interface ManySettingsContract extends StorageUnderTest {

    private static SettingKey key(String name) {
        return new SettingKey(name);
    }

    @Test
    default void unknownSettingIsAbsent() {
        var life = begin(tenant("acme"), setting("a", "1"));
        assertThat(storage().settings().find(life, key("b"))).isEmpty();
    }

    @Test
    default void settingOfOneTenantIsNotSeenByAnother() {
        begin(tenant("acme"), setting("a", "1"));
        var other = begin(tenant("other"));
        assertThat(storage().settings().find(other, key("a"))).isEmpty();
        assertThat(storage().settings().page(other, Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void removalTakesOneSettingOfOneTenant() {
        var life = begin(tenant("acme"), setting("a", "1"), setting("b", "2"));
        var other = begin(tenant("other"), setting("a", "3"));
        storage().settings().remove(life, key("a"), new Precondition.Any());
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(setting("b", "2"));
        assertThat(storage().settings().page(other, Optional.empty(), 10)).containsExactly(setting("a", "3"));
    }

    @Test
    default void putTouchesOneSettingOfOneTenant() {
        var life = begin(tenant("acme"), setting("a", "1"), setting("b", "2"));
        var other = begin(tenant("other"), setting("a", "3"));
        storage().settings().put(life, setting("a", "4"), new Precondition.Any(), 10);
        assertThat(storage().settings().page(life, Optional.empty(), 10))
                .containsExactly(setting("a", "4"), setting("b", "2"));
        assertThat(storage().settings().page(other, Optional.empty(), 10)).containsExactly(setting("a", "3"));
    }

    @Test
    default void writingSettingsLeavesTheRecordAlone() {
        var record = tenant("acme");
        var life = begin(record);
        storage().settings().put(life, setting("a", "1"), new Precondition.Any(), 10);
        storage().settings().remove(life, key("a"), new Precondition.Any());
        assertThat(storage().installations().find(record.id())).contains(record);
    }

    @Test
    default void findAllReturnsThoseThatExistInTheOrderOfTheirKeys() {
        var life = begin(tenant("acme"), setting("\uFF00", "1"), setting("\uD800\uDC00", "2"), setting("a", "3"));
        var wanted = List.of(key("\uD800\uDC00"), key("missing"), key("a"), key("\uFF00"), key("A"));
        assertThat(storage().settings().findAll(life, wanted))
                .containsExactly(setting("a", "3"), setting("\uFF00", "1"), setting("\uD800\uDC00", "2"));
    }

    @Test
    default void findAllReturnsASettingOnceHoweverOftenItIsNamed() {
        var life = begin(tenant("acme"), setting("a", "1"));
        assertThat(storage().settings().findAll(life, List.of(key("a"), key("a"))))
                .containsExactly(setting("a", "1"));
    }

    @Test
    default void findAllOfNoKeysIsEmpty() {
        var life = begin(tenant("acme"), setting("a", "1"));
        assertThat(storage().settings().findAll(life, List.of())).isEmpty();
    }

    @Test
    default void findAllTakesAsManyKeysAsItPromises() {
        var settings = IntStream.range(0, Settings.MAX_KEYS)
                .mapToObj(n -> setting("key" + (1000 + n), "" + n))
                .toList();
        var life = begin(tenant("acme"), settings.toArray(Setting[]::new));
        var keys = new ArrayList<>(settings.stream().map(Setting::key).toList());
        Collections.reverse(keys);
        assertThat(storage().settings().findAll(life, keys)).isEqualTo(settings);
    }
}

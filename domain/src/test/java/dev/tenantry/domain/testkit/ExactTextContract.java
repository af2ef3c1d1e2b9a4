package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A value comes back character for character, by every way that leads to it. */
interface ExactTextContract extends StorageUnderTest {

    /** What native JSON and number types reorder, round, refuse, unescape, trim or take for nothing. */
    private static List<String> texts() {
        return List.of(
                "null",
                "true",
                "\"\"",
                "\"null\"",
                "{}",
                "[]",
                "\"123\"",
                "123",
                "1",
                "1.0",
                "1.00",
                "-0",
                "1e3",
                "1E+03",
                "0.1000",
                "12345678901234567890123",
                "-0.30000000000000004441",
                "1e400",
                "{\"b\":1,\"a\":2}",
                "{\"a\": 1 ,\n \"b\" :[ ] }",
                "{\"a.b\":{\"$c\":1,\"$set\":{}},\"\":0,\"_id\":1}",
                "\"\\u0000\"",
                "\"\\u00e9\\/\\\"\\\\\\b\\f\\n\\r\\t\"",
                "\"\u00E9e\u0301 \uD83D\uDE00 \u2028\u2029\uFEFF\u007F\uFFFF\"",
                " 1",
                "1 ",
                "\t[ 1 ]\n",
                "\r\n{}\r\n",
                "\"'; -- % _ ? :a ${x} {0}\"",
                "\"  \"",
                "\"2026-01-01T00:00:00Z\"");
    }

    private static List<Setting> values() {
        var texts = texts();
        return IntStream.range(0, texts.size())
                .mapToObj(n -> setting("value" + (100 + n), texts.get(n)))
                .toList();
    }

    @Test
    default void valueComesBackCharacterForCharacter() {
        var life = begin(tenant("acme"));
        values().forEach(value -> storage().settings().put(life, value, new Precondition.Any(), 1000));
        assertThat(values())
                .allSatisfy(value ->
                        assertThat(storage().settings().find(life, value.key())).contains(value));
    }

    @Test
    default void pageHoldsValuesCharacterForCharacter() {
        var life = begin(tenant("acme"));
        values().forEach(value -> storage().settings().put(life, value, new Precondition.Any(), 1000));
        assertThat(storage().settings().page(life, Optional.empty(), 1000)).isEqualTo(values());
    }

    @Test
    default void findAllReturnsValuesCharacterForCharacter() {
        var life = begin(tenant("acme"));
        values().forEach(value -> storage().settings().put(life, value, new Precondition.Any(), 1000));
        var keys = values().stream().map(Setting::key).toList();
        assertThat(storage().settings().findAll(life, keys)).isEqualTo(values());
    }

    @Test
    default void seedIsPlantedCharacterForCharacter() {
        var life = begin(tenant("acme"), values().toArray(Setting[]::new));
        assertThat(storage().settings().page(life, Optional.empty(), 1000)).isEqualTo(values());
    }

    @Test
    default void replacementIsStoredCharacterForCharacter() {
        var life = begin(tenant("acme"), setting("a", "1"));
        assertThat(texts()).allSatisfy(text -> {
            var value = setting("a", text);
            assertThat(storage().settings().put(life, value, new Precondition.Any(), 10))
                    .isEqualTo(PutOutcome.REPLACED);
            assertThat(storage().settings().find(life, value.key())).contains(value);
        });
    }

    @Test
    default void largestValueComesBack() {
        var life = begin(tenant("acme"));
        var value = setting("large", '"' + "\uD83D\uDE00".repeat(65_535) + "xx\"");
        assertThat(value.value().utf8()).hasSize(256 * 1024);
        storage().settings().put(life, value, new Precondition.Any(), 10);
        assertThat(storage().settings().find(life, value.key())).contains(value);
    }

    @Test
    default void deepestValueComesBack() {
        var life = begin(tenant("acme"));
        var value = setting("deep", "[".repeat(64) + "]".repeat(64));
        storage().settings().put(life, value, new Precondition.Any(), 10);
        assertThat(storage().settings().find(life, value.key())).contains(value);
    }
}

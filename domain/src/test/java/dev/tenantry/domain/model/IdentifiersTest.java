package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that tenants, settings and aliases share, and those of each. */
class IdentifiersTest {

    private static final String GRIN = "\uD83D\uDE00";

    private static final List<Function<String, Object>> KINDS = List.of(TenantId::new, SettingKey::new, Alias::new);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " a ",
                "a:/{}%b",
                "ari:cloud:bitbucket::app/{1}/key",
                "\u00E9",
                "a.b",
                "...",
                "\u00A0",
                "\uD7FF",
                "\uE000"
            })
    void anyTextWithoutControlCharactersIsAName(String name) {
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(name)).hasToString(name));
    }

    @Test
    void nameHasAtMost255Utf16Units() {
        var longest = GRIN.repeat(127) + "x";
        assertThat(KINDS).allSatisfy(kind -> {
            assertThatCode(() -> kind.apply(longest)).doesNotThrowAnyException();
            assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(longest + "x"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "a\nb", "\u007F", "a\u0085", "\uD800", "a\uDFFFb", "\uDE00\uD83D"})
    void emptyTextControlCharactersAndLoneSurrogatesAreRefused(String text) {
        assertThat(KINDS)
                .allSatisfy(kind -> assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(text)));
    }

    @Test
    void refusalSaysWhatIsWrongAndDoesNotRepeatTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenantId("evil\n"))
                .withMessage("clientKey must not contain control characters or lone surrogates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SettingKey(""))
                .withMessage("setting key must have 1 to 255 characters");
    }

    @Test
    void namesAreComparedExactly() {
        assertThat(new TenantId("acme")).isNotEqualTo(new TenantId("ACME")).isNotEqualTo(new TenantId("acme "));
        assertThat(new SettingKey("\u00E9")).isNotEqualTo(new SettingKey("e\u0301"));
    }

    @Test
    void namesAreOrderedByCodePoints() {
        var ordered = List.of(" ", "A", "a", "aa", "ab", "b", "\u00E9", "\uFF00", "\uD800\uDC00", GRIN);
        assertThat(ordered.stream().sorted().map(TenantId::new).sorted().map(TenantId::value))
                .isEqualTo(ordered);
        assertThat(ordered.stream().sorted().map(SettingKey::new).sorted().map(SettingKey::value))
                .isEqualTo(ordered);
        assertThat(ordered.stream().sorted().map(Alias::new).sorted().map(Alias::value))
                .isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "clientInfo", "bearer:", "bearer:token"})
    void namesOfTheFrameworkAreNoSettings(String reserved) {
        assertThat(SettingKey.isReserved(reserved)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new SettingKey(reserved));
    }

    @Test
    void namesThatOnlyResembleThemAreSettings() {
        assertThat(Stream.of("...", "clientinfo", "clientInfo2", "Bearer:x", "bearer", " bearer:x", "appSettings"))
                .noneMatch(SettingKey::isReserved);
    }

    @Test
    void onlyAForgeInstallationIsNamedLikeOne() {
        assertThat(new TenantId("ari:cloud:ecosystem::installation/1").isForge())
                .isTrue();
        assertThat(new TenantId("ari:cloud:bitbucket::app/{1}/key").isForge()).isFalse();
        assertThat(new TenantId("x ari:cloud:ecosystem::").isForge()).isFalse();
    }
}

package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostedKeyTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            appSettings | appSettings
            a:b._-9 Z   | a:b._-9 Z
            a/b         | a#2Fb
            a#2Fb       | a#232Fb
            {é}         | #7B#C3#A9#7D
            `  `        | #20#20
            """)
    void whatForgeDoesNotTakeIsEscaped(String setting, String hosted) {
        assertThat(HostedKey.of(new SettingKey(setting))).contains(new HostedKey(hosted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a#b", "#23", "%2F", "a b", " ", "\u00A0", "日本", "\uD83D\uDE00", "@{}[]\\\"'"})
    void keyCanBeReadBack(String setting) {
        var hosted = HostedKey.of(new SettingKey(setting)).orElseThrow().value();

        assertThat(decode(hosted)).isEqualTo(setting);
    }

    private static String decode(String hosted) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < hosted.length(); i++) {
            boolean escaped = hosted.charAt(i) == '#';
            bytes.write(escaped ? Integer.parseInt(hosted.substring(i + 1, i + 3), 16) : hosted.charAt(i));
            i += escaped ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keyThatWouldBeTooLongIsNone() {
        assertThat(HostedKey.of(new SettingKey("/".repeat(166)))).isPresent();
        assertThat(HostedKey.of(new SettingKey("/".repeat(167)))).isEmpty();
        assertThat(HostedKey.of(new SettingKey("x".repeat(255)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a/b", "é", "a\nb"})
    void keyThatForgeRefusesIsNone(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HostedKey(key));
    }
}

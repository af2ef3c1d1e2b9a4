package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void textIsEqualByCharactersNotByMeaning() {
        assertThat(new JsonText("1.0")).isEqualTo(new JsonText("1.0")).isNotEqualTo(new JsonText("1"));
        assertThat(new JsonText("{}")).isNotEqualTo(new JsonText(" {}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\uD83D\"", "\"\uDE00\""})
    void emptyTextAndLoneSurrogatesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JsonText(text));
    }

    @Test
    void bytesAreUtf8() {
        assertThat(new JsonText("\"\uD83D\uDE00\u00E9\"").utf8()).hasSize(2 + 4 + 2);
    }

    /** Computed with another implementation of SHA-256 and base64url (RFC 4648, section 5). */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{},        RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o",
                "null,      dCNOmK_nSY-12vHzasLXiswzlGT5UHA7jAGYkvmCuQs",
                "{\"a\":1.0}, wppEq8EUoddUhkNMATECyec29Sa0_RlljZSSt7Ik3m0",
                "\"\uD83D\uDE00\", egxQuSQ0sBVUX-k6tyPbLUss3RSkQUBWJKnOi-KfHVo",
            })
    void tagIsTheQuotedUnpaddedBase64UrlOfTheHash(String text, String hash) {
        assertThat(new JsonText(text).etag()).hasToString('"' + hash + '"');
    }

    @Test
    void settingHasTheTagOfItsValue() {
        var value = new JsonText("1.0");
        assertThat(new Setting(new SettingKey("a"), value).etag()).isEqualTo(value.etag());
        assertThat(new JsonText("1").etag()).isNotEqualTo(value.etag());
    }

    @Test
    void valueDoesNotPrint() {
        assertThat(new Setting(new SettingKey("a"), new JsonText("\"token\"")).toString())
                .doesNotContain("token")
                .contains("7 characters");
    }
}

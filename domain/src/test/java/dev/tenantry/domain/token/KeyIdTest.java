package dev.tenantry.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"0e50fccb-239d-4991-a5db-dc850ba3f236", "a.b_c-D", "..a", "-"})
    void safeTextNamesAKey(String kid) {
        assertThat(KeyId.parse(kid)).contains(new KeyId(kid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a/b", "../key", "a%2fb", "a b", "a\n", "\u00E9", "a?b", "a\\b"})
    void textThatCouldLeadAUrlAstrayNamesNone(String kid) {
        assertThat(KeyId.parse(kid)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyId(kid));
    }

    @Test
    void idHasAtMost128Characters() {
        assertThat(KeyId.parse("a".repeat(128))).isPresent();
        assertThat(KeyId.parse("a".repeat(129))).isEmpty();
    }
}

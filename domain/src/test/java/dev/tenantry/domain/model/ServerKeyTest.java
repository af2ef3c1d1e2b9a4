package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerKeyTest {

    @Test
    void mintedKeysDifferAndSurviveTheirText() {
        var key = ServerKey.mint();
        assertThat(key).isNotEqualTo(ServerKey.mint());
        assertThat(ServerKey.parse(key.reveal())).isEqualTo(key).hasSameHashCodeAs(key);
    }

    @Test
    void keyNeverPrints() {
        var key = ServerKey.mint();
        assertThat(key).hasToString("ServerKey[***]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tell nobody", "dGVsbCBub2JvZHk"})
    void textThatIsNoKeyIsRefusedAndNotQuoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerKey.parse(text))
                .withMessage("a server key has 32 bytes")
                .withNoCause();
    }

    /** RFC 4231, section 4.2: the key has 20 bytes there, and zeroes behind a key do not change its HMAC. */
    @Test
    void hmacIsThatOfTheRfc() {
        var key = new byte[32];
        Arrays.fill(key, 0, 20, (byte) 0x0b);
        var hmac = ServerKey.parse(Base64.getUrlEncoder().encodeToString(key))
                .hmac("Hi There".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(hmac))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }
}

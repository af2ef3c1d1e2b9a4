package dev.tenantry.app.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    private static final byte[] PLAIN = "secret".getBytes(UTF_8);
    private static final byte[] PLACE = "place".getBytes(UTF_8);

    @Test
    void whatWasSealedIsUnsealedByTheKeysetThatWasWritten() {
        var keyset = Keyset.mint();
        var sealed = keyset.seal(PLAIN, PLACE);
        assertThat(Keyset.parse(keyset.reveal()).unseal(sealed, PLACE)).contains(PLAIN);
    }

    @Test
    void newKeySealsAndOldOnesUnseal() {
        var old = Keyset.mint();
        var sealed = old.seal(PLAIN, PLACE);
        var both = old.withNewKey().withNewestSealing();
        assertThat(both.size()).isEqualTo(2);
        assertThat(both.unseal(sealed, PLACE)).contains(PLAIN);
        assertThat(both.isCurrent(sealed, PLACE)).isFalse();
        var anew = both.seal(PLAIN, PLACE);
        assertThat(both.isCurrent(anew, PLACE)).isTrue();
        assertThat(old.unseal(anew, PLACE)).isEmpty();
    }

    /** Servers are given the keyset one after the other. */
    @Test
    void newKeyDoesNotSealBeforeAllServersHaveIt() {
        var old = Keyset.mint();
        var both = old.withNewKey();
        assertThat(old.unseal(both.seal(PLAIN, PLACE), PLACE)).contains(PLAIN);
        var next = both.withNewestSealing();
        assertThat(both.unseal(next.seal(PLAIN, PLACE), PLACE)).contains(PLAIN);
        assertThat(old.unseal(next.seal(PLAIN, PLACE), PLACE)).isEmpty();
    }

    @Test
    void keyThatIsDroppedUnsealsNoMore() {
        var both = Keyset.mint().withNewKey().withNewestSealing();
        var single = both.withoutOldKeys();
        assertThat(single.size()).isOne();
        assertThat(single.unseal(both.seal(PLAIN, PLACE), PLACE)).contains(PLAIN);
        var older = both.withNewKey().withNewestSealing().withoutOldKeys();
        assertThat(older.unseal(both.seal(PLAIN, PLACE), PLACE)).isEmpty();
    }

    @Test
    void anotherPlaceUnsealsNothing() {
        var keyset = Keyset.mint();
        assertThat(keyset.unseal(keyset.seal(PLAIN, PLACE), PLAIN)).isEmpty();
    }

    @Test
    void itDoesNotPrint() {
        assertThat(Keyset.mint()).hasToString("Keyset[***]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tell-nobody",
                "{}",
                "{\"primaryKeyId\":7,\"key\":[],\"tell\":\"tell-nobody\"}",
                "{\"encryptedKeyset\":\"tell-nobody\"}",
                "{\"primaryKeyId\":7,\"key\":[{\"keyData\":{\"typeUrl\":\"tell-nobody\",\"value\":\"\",\"keyMaterialType\":"
                        + "\"SYMMETRIC\"},\"status\":\"ENABLED\",\"keyId\":7,\"outputPrefixType\":\"TINK\"}]}"
            })
    void whatIsNoKeysetIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> Keyset.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it is no keyset of Tink for AEAD, in JSON and in the clear")
                .hasNoCause();
    }
}

package dev.tenantry.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.ServerKey;
import org.junit.jupiter.api.Test;

/** What every store owes {@link dev.tenantry.domain.port.out.ServerKeys}. */
interface ServerKeysContract extends StorageUnderTest {

    /** How many servers may well start at the same moment. */
    int SERVERS = 20;

    private ServerKey ask(String name) {
        return storage().serverKeys().findOrCreate(name, ServerKey.mint());
    }

    @Test
    default void serverKeyIsMintedOnce() {
        var candidate = ServerKey.mint();
        assertThat(storage().serverKeys().findOrCreate("test", candidate)).isEqualTo(candidate);
        assertThat(ask("test")).isEqualTo(candidate);
        assertThat(ask("test")).isEqualTo(candidate);
    }

    @Test
    default void serverKeysOfOtherNamesAreOthers() {
        var longest = "n".repeat(64);
        var key = ask("test");
        assertThat(ask(longest)).isNotEqualTo(key).isEqualTo(ask(longest));
        assertThat(ask("n".repeat(63))).isNotEqualTo(ask(longest));
    }

    @Test
    default void allWhoAskAtTheSameMomentGetTheSameServerKey() {
        for (int round = 0; round < 5; round++) {
            var name = "test-" + round;
            var keys = Race.run(SERVERS, n -> ask(name));
            assertThat(keys).hasSize(SERVERS).containsOnly(ask(name));
        }
    }
}

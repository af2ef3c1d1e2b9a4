package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgePresenceTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00.123Z");

    @ParameterizedTest
    @ValueSource(strings = {"", "4.0.0", " 4 beta "})
    void textFormComesBack(String version) {
        var presence = new ForgePresence(true, AT.plusNanos(1), version);
        assertThat(presence.toString()).isEqualTo("present 2026-11-24T12:00:00.123Z " + version);
        assertThat(ForgePresence.parse(presence.toString())).isEqualTo(presence);
        var left = new ForgePresence(false, AT, version);
        assertThat(ForgePresence.parse(left.toString())).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4.0.0", " 4 beta "})
    void tokenComesBackAndNeverPrints(String version) {
        var token = Optional.of(new SystemToken("a.b-c=="));
        var presence = new ForgePresence(true, AT, version, token);
        assertThat(ForgePresence.parse(presence.text())).isEqualTo(presence);
        assertThat(presence.text()).contains("a.b-c==");
        assertThat(presence.toString()).doesNotContain("a.b-c==");
        assertThat(new ForgePresence(false, AT, version, token).token()).isEmpty();
        assertThat(presence.with(Optional.of(new SystemToken("a b"))).token()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "present",
                "reachable 2026-11-24T12:00:00Z token",
                "present 2026-11-24T12:00:00Z",
                "absent 2026-11-24T12:00:00Z 1"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ForgePresence.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ForgePresence.parse("left yesterday 1")).isInstanceOf(DateTimeException.class);
    }
}

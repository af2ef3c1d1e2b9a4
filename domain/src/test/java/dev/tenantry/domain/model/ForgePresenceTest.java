package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
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
    @ValueSource(strings = {"", "present", "present 2026-11-24T12:00:00Z", "absent 2026-11-24T12:00:00Z 1"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ForgePresence.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ForgePresence.parse("left yesterday 1")).isInstanceOf(DateTimeException.class);
    }
}

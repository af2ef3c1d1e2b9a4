package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class IncarnationTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123Z");

    @Test
    void incarnationIsAUuidOfVersion7() {
        var id = Incarnation.mint(NOW, new SecureRandom()).id();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void incarnationTellsWhenItWasMinted() {
        assertThat(Incarnation.mint(NOW, new SecureRandom()).mintedAt()).isEqualTo(NOW);
    }

    @Test
    void incarnationsOfOneMomentDiffer() {
        var random = new SecureRandom();
        var minted = new HashSet<Incarnation>();
        for (int n = 0; n < 1000; n++) {
            minted.add(Incarnation.mint(NOW, random));
        }
        assertThat(minted).hasSize(1000);
    }

    @Test
    void textNamesTheSameIncarnation() {
        var minted = Incarnation.mint(NOW, new SecureRandom());
        assertThat(Incarnation.parse(minted.toString())).isEqualTo(minted);
    }

    @Test
    void legacyIncarnationIsOfVersion7AndFromTheEpoch() {
        assertThat(Incarnation.LEGACY.id().version()).isEqualTo(7);
        assertThat(Incarnation.LEGACY.mintedAt()).isEqualTo(Instant.EPOCH);
        assertThat(Incarnation.LEGACY).hasToString("00000000-0000-7000-8000-000000000000");
    }
}

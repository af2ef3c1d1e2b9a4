package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final SharedSecret OLD = new SharedSecret("old");
    private static final SharedSecret NEW = new SharedSecret("new");
    private static final Instant ROTATION = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant END = ROTATION.plusSeconds(600);

    private static Secrets rotated() {
        return Secrets.starting(Optional.of(OLD)).rotate(Optional.of(NEW), ROTATION, Optional.of(END));
    }

    @Test
    void newSecretKeepsTheOldOneForTheGrace() {
        assertThat(rotated().forRequests(ROTATION, END.minusMillis(1))).containsExactly(NEW, OLD);
        assertThat(rotated().forRequests(ROTATION, END)).containsExactly(NEW);
    }

    @Test
    void oldSecretVerifiesTokensFromBeforeTheRotationOnlyWithThirtySecondsOfSkew() {
        assertThat(rotated().forRequests(ROTATION.plusSeconds(30), ROTATION)).containsExactly(NEW, OLD);
        assertThat(rotated().forRequests(ROTATION.plusMillis(30_001), ROTATION)).containsExactly(NEW);
    }

    @Test
    void graceNeverReachesCallbacks() {
        assertThat(rotated().forCallbacks()).contains(NEW);
    }

    @Test
    void sameSecretAgainNeitherShiftsSecretsNorExtendsTheGrace() {
        var later = Optional.of(END.plusSeconds(600));
        assertThat(rotated().rotate(Optional.of(NEW), ROTATION.plusSeconds(60), later))
                .isEqualTo(rotated());
    }

    @Test
    void secondRotationKeepsTheLastSecretOnly() {
        var third = new SharedSecret("third");
        var twice = rotated().rotate(Optional.of(third), ROTATION, Optional.of(END));
        assertThat(twice.forRequests(ROTATION, ROTATION)).containsExactly(third, NEW);
    }

    @Test
    void rotationWithoutGraceForgetsTheOldSecret() {
        var hard = Secrets.starting(Optional.of(OLD)).rotate(Optional.of(NEW), ROTATION, Optional.empty());
        assertThat(hard).isEqualTo(Secrets.starting(Optional.of(NEW)));
    }

    @Test
    void oauth2InstallationHasNoSecretButTheOldOneHasItsGrace() {
        var oauth = Secrets.starting(Optional.of(OLD)).rotate(Optional.empty(), ROTATION, Optional.of(END));
        assertThat(oauth.forCallbacks()).isEmpty();
        assertThat(oauth.forRequests(ROTATION, ROTATION)).containsExactly(OLD);
    }

    @Test
    void uninstallRetiresTheSecretAndEndsTheGrace() {
        var retired = rotated().retire();
        assertThat(retired.forRequests(ROTATION, ROTATION)).isEmpty();
        assertThat(retired.forCallbacks()).contains(NEW);
        assertThat(retired.retire()).isEqualTo(retired);
    }

    @Test
    void instantsHaveMillisecondPrecision() {
        var exact = ROTATION.plusNanos(1_999_999);
        var previous = new Secrets.Previous(OLD, exact, exact);
        assertThat(previous.rotatedAt()).isEqualTo(ROTATION.plusMillis(1)).isEqualTo(previous.until());
    }

    @Test
    void secretsNeverPrint() {
        assertThat(rotated().toString())
                .doesNotContain("old")
                .doesNotContain("new")
                .contains("***");
        assertThat(rotated().retire().toString()).doesNotContain("new");
    }

    @Test
    void secretsAreEqualByTheirText() {
        assertThat(new SharedSecret("new"))
                .isEqualTo(NEW)
                .hasSameHashCodeAs(NEW)
                .isNotEqualTo(OLD);
        assertThat(NEW.reveal()).isEqualTo("new");
    }

    @Test
    void emptySecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedSecret(""));
    }
}

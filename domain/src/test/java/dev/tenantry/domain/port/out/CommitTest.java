package dev.tenantry.domain.port.out;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitTest {

    private static final TenantRecord STORED = tenant("acme");

    private static void assertRefused(
            Optional<TenantRecord> expected,
            Optional<TenantRecord> next,
            Optional<Incarnation> dropped,
            Setting... seeds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(STORED.id(), expected, next, dropped, List.of(seeds)));
    }

    @Test
    void replacementDropsTheIncarnationThatIsLost() {
        assertThat(Commit.replace(STORED, reborn(STORED)).dropped()).isEqualTo(STORED.incarnation());
        assertThat(Commit.replace(STORED, STORED.withoutSettings()).dropped()).isEqualTo(STORED.incarnation());
        assertThat(Commit.replace(STORED, in(TenantStatus.DISABLED, STORED)).dropped())
                .isEmpty();
        assertThat(Commit.replace(STORED.withoutSettings(), reborn(STORED)).dropped())
                .isEmpty();
    }

    @Test
    void recordOfAnotherTenantIsRefused() {
        assertRefused(Optional.of(tenant("other")), Optional.of(STORED), Optional.empty());
        assertRefused(Optional.empty(), Optional.of(tenant("other")), Optional.empty());
    }

    @Test
    void seedsNeedAnIncarnation() {
        assertRefused(Optional.empty(), Optional.of(STORED.withoutSettings()), Optional.empty(), setting("a", "1"));
        assertRefused(Optional.of(STORED), Optional.empty(), STORED.incarnation(), setting("a", "1"));
    }

    @Test
    void lostIncarnationMustBeDropped() {
        assertRefused(Optional.of(STORED), Optional.of(reborn(STORED)), Optional.empty());
        assertRefused(Optional.of(STORED), Optional.empty(), Optional.of(incarnation()));
    }

    @Test
    void livingIncarnationCannotBeDropped() {
        assertRefused(Optional.of(STORED), Optional.of(STORED), STORED.incarnation());
    }
}

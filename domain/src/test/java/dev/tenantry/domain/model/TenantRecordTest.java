package dev.tenantry.domain.model;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TenantRecordTest {

    @Test
    void recordIsOpenForItsOwnLifeInEveryOpenStatus() {
        var record = tenant("acme");
        var life = record.life().orElseThrow();
        assertThat(TenantStatus.values())
                .filteredOn(status -> in(status, record).isOpenFor(life))
                .containsExactly(
                        TenantStatus.INSTALLED,
                        TenantStatus.ENABLED,
                        TenantStatus.DISABLED,
                        TenantStatus.FORGE,
                        TenantStatus.ARRIVING);
    }

    @Test
    void recordIsOpenForNoOtherLife() {
        var record = tenant("acme");
        assertThat(record.isOpenFor(new Life(record.id(), incarnation()))).isFalse();
        assertThat(record.isOpenFor(new Life(
                        new TenantId("other"), record.life().orElseThrow().incarnation())))
                .isFalse();
        assertThat(record.withoutSettings().isOpenFor(record.life().orElseThrow()))
                .isFalse();
    }

    @Test
    void droppedSettingsTakeTheMemoryOfTheirDefaultsAlong() {
        var dropped = reborn(tenant("acme"), setting("a", "1")).withoutSettings();
        assertThat(dropped.life()).isEmpty();
        assertThat(dropped.seeds()).isEmpty();
    }

    @Test
    void recordPrintsNoSecret() {
        assertThat(tenant("acme").toString()).doesNotContain("secret of");
    }
}

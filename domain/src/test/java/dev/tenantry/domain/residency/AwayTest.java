package dev.tenantry.domain.residency;

import static dev.tenantry.domain.residency.Journey.ACME;
import static dev.tenantry.domain.residency.Journey.ID;
import static dev.tenantry.domain.residency.Journey.record;
import static dev.tenantry.domain.residency.Journey.state;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.migrating;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.move.TenantWriter;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.LinkService;
import dev.tenantry.domain.service.PurgeService;
import dev.tenantry.domain.service.TenantAccessService;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the host says to the server that a tenant has left, or is only copied to. */
class AwayTest {

    private static final Duration RETENTION = Duration.ofDays(60);

    private final Journey journey = new Journey();

    private TenantStatus status() {
        return record(journey.here).lifecycle().status();
    }

    @Test
    void installedInTheWrongRegionOpensNothingAndItsSecretComesBackWithTheTenant() {
        journey.move();
        var settings = state(journey.there).settings();
        journey.installed(journey.here, "rotated");
        assertThat(status()).isEqualTo(TenantStatus.MOVED);
        assertThat(record(journey.here).secrets().current()).isEmpty();
        journey.rollBack();
        assertThat(status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(record(journey.here).secrets().current().orElseThrow().reveal())
                .isEqualTo("rotated");
        assertThat(state(journey.here).settings()).isEqualTo(settings);
    }

    @Test
    void uninstalledInTheWrongRegionHoldsWhenTheTenantComesBack() {
        journey.move();
        var settings = state(journey.there).settings();
        journey.uninstalled(journey.here);
        assertThat(status()).isEqualTo(TenantStatus.MOVED);
        journey.rollBack();
        assertThat(status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(record(journey.here).secrets().current()).isEmpty();
        assertThat(state(journey.here).settings()).isEqualTo(settings);
    }

    @Test
    void disabledInTheWrongRegionHoldsWhenTheTenantComesBack() {
        journey.move();
        journey.disabled(journey.here);
        journey.rollBack();
        assertThat(status()).isEqualTo(TenantStatus.DISABLED);
    }

    @Test
    void callOfForgeInTheWrongRegionHidesNothingThatConnectSaidInTheRightOne() {
        journey.move();
        journey.installed(journey.there, "rotated there");
        var installation = new Alias("ari:cloud:ecosystem::installation/1");
        var presence = new ForgePresence(true, journey.clock.instant().plusSeconds(9), "");
        var stub = record(journey.here);
        var seen = stub.lifecycle().atRest().onForge(installation, presence);
        var noted = stub.with(seen.migrating(stub.lifecycle().migration().orElseThrow()));
        journey.here.installations().commit(Commit.replace(stub, noted));
        journey.rollBack();
        assertThat(record(journey.here).secrets().current().orElseThrow().reveal())
                .isEqualTo("rotated there");
        assertThat(record(journey.here).lifecycle().presenceOf(installation)).contains(presence);
    }

    @Test
    void installedLongAfterTheTenantHasGoneBeginsAnew() {
        journey.move();
        var there = state(journey.there);
        journey.pass(Duration.ofDays(3));
        journey.installed(journey.here, "new");
        assertThat(status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(record(journey.here).lifecycle().migration()).isEmpty();
        assertThat(record(journey.here).incarnation())
                .isPresent()
                .isNotEqualTo(record(journey.there).incarnation());
        journey.rollBack();
        assertThat(state(journey.there)).isEqualTo(there);
    }

    @Test
    void installedTakesAnUnfinishedCopyOver() {
        journey.copy();
        journey.installed(journey.there, "new");
        assertThat(record(journey.there).lifecycle().status()).isEqualTo(TenantStatus.INSTALLED);
        assertThat(state(journey.there).settings()).isEmpty();
        assertThat(record(journey.there).incarnation())
                .isNotEqualTo(record(journey.here).incarnation());
    }

    @Test
    void whatElseIsSaidOfAnUnfinishedCopyChangesNothing() {
        journey.copy();
        var copy = state(journey.there);
        journey.disabled(journey.there);
        journey.uninstalled(journey.there);
        assertThat(state(journey.there)).isEqualTo(copy);
    }

    @Test
    void nobodyIsJoinedIntoATenantThatIsBeingHandedOver() {
        var installation = tenant("ari:cloud:ecosystem::installation/2");
        new TenantWriter(journey.here).write(installation, Collections.emptyIterator(), List.of());
        var stored = record(journey.here);
        var leaving = migrating(Step.HANDING_OVER, stored);
        journey.here.installations().commit(Commit.replace(stored, leaving));
        var outcome = new LinkService(journey.here, journey.clock)
                .link(link(installation.id().value(), "acme"), LinkTenants.Preference.NONE);
        assertThat(outcome).isEqualTo(new LinkTenants.Outcome.NoTenant());
        assertThat(record(journey.here)).isEqualTo(leaving);
    }

    @Test
    void ownBackendIsToldThatTheRegionHasChanged() {
        journey.copy();
        for (var storage : List.of(journey.there, journey.here)) {
            var access = new TenantAccessService(storage.installations());
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> access.asApp(ACME))
                    .returns("The tenant is not live here: its region changes, or has changed.", e -> e.detail());
            journey.server().commit(ACME, ID);
        }
        assertThat(new TenantAccessService(journey.there.installations())
                        .asApp(ACME)
                        .life())
                .isEqualTo(record(journey.there).life().orElseThrow());
    }

    @Test
    void whatIsLeftOfATenantThatHasGoneIsPurged() {
        journey.move();
        var purge = new PurgeService(journey.here, RETENTION, journey.clock);
        journey.clock.set(Journey.START.plus(Journey.WINDOW).plus(RETENTION).minusMillis(1));
        purge.purge();
        assertThat(record(journey.here).lifecycle().migration().orElseThrow().step())
                .isEqualTo(Step.MOVED);
        journey.clock.advance(Duration.ofMillis(1));
        assertThat(purge.purge().removed()).isEqualTo(1);
        assertThat(state(journey.here).links()).isEmpty();
        assertThat(new PurgeService(journey.there, RETENTION, journey.clock)
                        .purge()
                        .removed())
                .isZero();
    }

    @Test
    void copyThatNobodyFinishedIsPurgedAndTheTenantIsNot() {
        journey.copy();
        journey.clock.set(Journey.START.plus(Journey.WINDOW).plus(RETENTION));
        assertThat(new PurgeService(journey.there, RETENTION, journey.clock)
                        .purge()
                        .removed())
                .isEqualTo(1);
        assertThat(new PurgeService(journey.here, RETENTION, journey.clock)
                        .purge()
                        .removed())
                .isZero();
    }
}

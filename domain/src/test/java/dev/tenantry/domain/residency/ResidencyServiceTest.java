package dev.tenantry.domain.residency;

import static dev.tenantry.domain.residency.Journey.ACME;
import static dev.tenantry.domain.residency.Journey.ID;
import static dev.tenantry.domain.residency.Journey.WINDOW;
import static dev.tenantry.domain.residency.Journey.atRest;
import static dev.tenantry.domain.residency.Journey.order;
import static dev.tenantry.domain.residency.Journey.put;
import static dev.tenantry.domain.residency.Journey.record;
import static dev.tenantry.domain.residency.Journey.remove;
import static dev.tenantry.domain.residency.Journey.state;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.MigrationError;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.move.TenantWriter;
import dev.tenantry.domain.port.in.MigrationOrder;
import dev.tenantry.domain.port.in.MigrationProgress;
import dev.tenantry.domain.port.in.MigrationProgress.Status;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.service.ReadOnlyStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tenants go to another region when their host says so, and what cannot be done has the protocol's code. */
class ResidencyServiceTest {

    private final Journey journey = new Journey();

    private MigrationProgress status() {
        return journey.server().status(ACME, Optional.of(ID));
    }

    private static void assertRefused(MigrationError error, ThrowingCallable call) {
        assertThatExceptionOfType(MigrationRefusedException.class)
                .isThrownBy(call)
                .returns(error, MigrationRefusedException::error);
    }

    private Instant scheduledUntil(Instant named) {
        journey.server().schedule(ACME, new MigrationOrder(ID, "EU", Optional.of(named)));
        return record(journey.here).lifecycle().migration().orElseThrow().until();
    }

    /** Retention is counted from it, and nobody may shorten or end that by what he calls the end. */
    @Test
    void endThatMakesNoSenseIsKeptWithinADay() {
        var now = journey.clock.instant();
        assertThat(scheduledUntil(now.plusSeconds(3600))).isEqualTo(now.plusSeconds(3600));
        assertThat(scheduledUntil(Instant.MAX)).isEqualTo(now.plus(WINDOW));
        assertThat(scheduledUntil(now.minusSeconds(1))).isEqualTo(now);
    }

    @Test
    void committedTenantIsThereAndNotHere() {
        var before = state(journey.here);
        journey.move();
        assertThat(atRest(journey.there)).isEqualTo(before);
        assertThat(state(journey.here).settings()).isEmpty();
        assertThat(record(journey.here).lifecycle().status()).isEqualTo(TenantStatus.MOVED);
        assertThat(record(journey.here).secrets())
                .isEqualTo(before.record().orElseThrow().secrets().retire());
    }

    @Test
    void hostIsToldOfEachStep() {
        journey.schedule();
        assertThat(status()).isEqualTo(MigrationProgress.of(Status.SCHEDULED));
        var waiting = new ArrayList<Runnable>();
        journey.server(journey.here, journey.there, waiting::add).start(ACME, ID);
        assertThat(journey.server(journey.here, journey.there, waiting::add).status(ACME, Optional.empty()))
                .isEqualTo(MigrationProgress.of(Status.COPYING));
        waiting.forEach(Runnable::run);
        assertThat(status()).isEqualTo(MigrationProgress.of(Status.READY_TO_COMMIT));
        journey.server().commit(ACME, ID);
        assertThat(status()).isEqualTo(MigrationProgress.of(Status.READY_TO_COMMIT));
        journey.rollBack();
        assertThat(status()).isEqualTo(MigrationProgress.failed(MigrationError.NOT_SCHEDULED));
    }

    @Test
    void tenantStaysInUseUntilTheCommitAndTheCopyIsOfNoUse() {
        journey.copy();
        put(journey.here, setting("d", "4"));
        assertThat(record(journey.here).lifecycle().status().isInUse()).isTrue();
        assertThat(record(journey.there).lifecycle().status().isInUse()).isFalse();
        assertThat(record(journey.there).secrets().current()).isEmpty();
    }

    @Test
    void whatChangesDuringTheCopyIsCaughtUp() {
        journey.copy();
        put(journey.here, setting("b", "\"new\""));
        put(journey.here, setting("d", "4"));
        remove(journey.here, "a");
        journey.here.links().link(link("ari:cloud:ecosystem::installation/2", "acme"));
        journey.installed(journey.here, "rotated");
        var before = atRest(journey.here);
        journey.server().commit(ACME, ID);
        assertThat(atRest(journey.there)).isEqualTo(before);
    }

    @Test
    void uninstallDuringTheCopyIsCaughtUp() {
        journey.here.links().unlink(link("ari:cloud:ecosystem::installation/1", "acme"));
        journey.copy();
        journey.uninstalled(journey.here);
        journey.server().commit(ACME, ID);
        assertThat(record(journey.there).lifecycle().status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(state(journey.there).settings()).isEmpty();
    }

    @Test
    void everyHookMayBeRepeated() {
        journey.schedule();
        journey.copy();
        journey.copy();
        journey.move();
        var there = state(journey.there);
        var here = state(journey.here);
        journey.move();
        assertThat(state(journey.there)).isEqualTo(there);
        assertThat(state(journey.here)).isEqualTo(here);
    }

    @Test
    void rollbackAtAnyMomentLeavesTheTenantAsItWas() {
        var before = state(journey.here);
        List<Runnable> moments = List.of(() -> {}, journey::schedule, journey::copy, journey::move);
        for (var moment : moments) {
            moment.run();
            journey.rollBack();
            journey.rollBack();
            assertThat(state(journey.here)).isEqualTo(before);
            assertThat(state(journey.there).record()).isEmpty();
            assertThat(state(journey.there).links()).isEmpty();
        }
    }

    @Test
    void rollbackAfterTheCommitBringsBackWhatWasWrittenThere() {
        journey.move();
        put(journey.there, setting("b", "\"there\""));
        put(journey.there, setting("d", "4"));
        remove(journey.there, "a");
        journey.there.links().link(link("ari:cloud:ecosystem::installation/2", "acme"));
        journey.installed(journey.there, "rotated there");
        var before = atRest(journey.there);
        journey.rollBack();
        assertThat(state(journey.here)).isEqualTo(before);
        assertThat(state(journey.there).record()).isEmpty();
    }

    @Test
    void tenantMayGoOnAndComeBackByMigrationsOfItsOwn() {
        var before = atRest(journey.here);
        journey.move();
        var back = new MigrationId("57501");
        journey.serverThere().schedule(ACME, order(back));
        journey.serverThere().start(ACME, back);
        journey.serverThere().commit(ACME, back);
        assertThat(atRest(journey.here)).isEqualTo(before);
        var again = new MigrationId("57502");
        journey.server().schedule(ACME, order(again));
        journey.server().start(ACME, again);
        journey.server().commit(ACME, again);
        assertThat(atRest(journey.there)).isEqualTo(before);
    }

    @Test
    void newMigrationTakesTheLastOneBack() {
        journey.copy();
        var next = new MigrationId("57501");
        journey.server().schedule(ACME, order(next));
        assertThat(state(journey.there).record()).isEmpty();
        assertRefused(MigrationError.NOT_SCHEDULED, () -> journey.server().start(ACME, ID));
        journey.server().start(ACME, next);
        journey.server().commit(ACME, next);
        assertThat(record(journey.there).lifecycle().status()).isEqualTo(TenantStatus.INSTALLED);
    }

    @Test
    void copyThatNobodyRunsIsBegunAgainWhenTheHostAsks() {
        journey.schedule();
        journey.server(journey.here, journey.there, lost -> {}).start(ACME, ID);
        status();
        assertThat(status()).isEqualTo(MigrationProgress.of(Status.READY_TO_COMMIT));
    }

    @Test
    void copyWaitsWhileTheRegionIsOutOfReach() {
        journey.schedule();
        journey.outOfReach = true;
        journey.server().start(ACME, ID);
        assertThat(status()).isEqualTo(MigrationProgress.of(Status.COPYING));
        journey.outOfReach = false;
        status();
        assertThat(status()).isEqualTo(MigrationProgress.of(Status.READY_TO_COMMIT));
    }

    @Test
    void nobodyIsShutOutByACommitThatCannotReachTheRegion() {
        journey.copy();
        journey.outOfReach = true;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> journey.server().commit(ACME, ID));
        assertThat(record(journey.here).lifecycle().status()).isEqualTo(TenantStatus.INSTALLED);
    }

    @Test
    void rollbackOpensTheTenantAlthoughTheRegionIsOutOfReachAndIsFinishedLater() {
        var before = state(journey.here);
        journey.copy();
        journey.outOfReach = true;
        assertThatExceptionOfType(StorageException.class).isThrownBy(journey::rollBack);
        assertThat(atRest(journey.here)).isEqualTo(before);
        var failures = new ArrayList<String>();
        var server = journey.server();
        assertThat(server.finishRollbacks((tenant, failure) -> failures.add(tenant.value())))
                .isZero();
        assertThat(failures).containsExactly("acme");
        journey.outOfReach = false;
        assertThat(server.finishRollbacks((tenant, failure) -> failures.add("again")))
                .isEqualTo(1);
        assertThat(state(journey.here)).isEqualTo(before);
        assertThat(state(journey.there).record()).isEmpty();
        assertThat(server.finishRollbacks((tenant, failure) -> failures.add("again")))
                .isZero();
        assertThat(failures).containsExactly("acme");
    }

    @Test
    void whatIsNotScheduledIsRefused() {
        assertRefused(MigrationError.NOT_SCHEDULED, () -> journey.server().start(ACME, ID));
        assertRefused(MigrationError.NOT_SCHEDULED, () -> journey.server().commit(ACME, ID));
        assertThat(status()).isEqualTo(MigrationProgress.failed(MigrationError.NOT_SCHEDULED));
        assertThat(journey.server().status(ACME, Optional.empty()))
                .isEqualTo(MigrationProgress.failed(MigrationError.NOT_SCHEDULED));
    }

    @Test
    void nothingIsBegunInAStorageThatMayOnlyBeRead() {
        var server = journey.server(new ReadOnlyStorage(journey.here), journey.there, Runnable::run);
        assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(() -> server.schedule(ACME, order(ID)));
        journey.copy();
        assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(() -> server.commit(ACME, ID));
        assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(() -> server.rollback(ACME, ID));
        assertThat(server.status(ACME, Optional.of(ID))).isEqualTo(MigrationProgress.of(Status.READY_TO_COMMIT));
    }

    @Test
    void whatIsNotReadyIsNotCommitted() {
        journey.schedule();
        assertRefused(MigrationError.OTHER, () -> journey.server().commit(ACME, ID));
    }

    @Test
    void regionsWithoutAStorageAreUnsupported() {
        for (var location : List.of("US", "eu", "Atlantis", "")) {
            var order = new MigrationOrder(ID, location, Optional.empty());
            assertRefused(
                    MigrationError.REGION_UNSUPPORTED, () -> journey.server().schedule(ACME, order));
        }
    }

    @Test
    void appOfOneRegionSupportsNoMigration() {
        var server = new ResidencyService(journey.here, Regions.NONE, Runnable::run, journey.clock);
        assertRefused(MigrationError.MIGRATIONS_UNSUPPORTED, () -> server.schedule(ACME, order(ID)));
        assertRefused(MigrationError.MIGRATIONS_UNSUPPORTED, () -> server.start(ACME, ID));
        assertRefused(MigrationError.MIGRATIONS_UNSUPPORTED, () -> server.commit(ACME, ID));
        assertThat(server.status(ACME, Optional.of(ID)))
                .isEqualTo(MigrationProgress.failed(MigrationError.MIGRATIONS_UNSUPPORTED));
        server.rollback(ACME, ID);
    }

    @Test
    void fifthCopyAtOnceIsRefused() {
        var server = journey.server(journey.here, journey.there, waiting -> {});
        for (int n = 0; n < 5; n++) {
            var other = tenant("other " + n);
            new TenantWriter(journey.here).write(other, Collections.emptyIterator(), List.of());
            server.schedule(other.id(), order(ID));
            if (n < 4) {
                server.start(other.id(), ID);
            } else {
                assertRefused(MigrationError.TOO_MANY, () -> server.start(other.id(), ID));
                assertThat(server.status(other.id(), Optional.of(ID)))
                        .isEqualTo(MigrationProgress.of(Status.SCHEDULED));
            }
        }
    }

    @Test
    void tenantOfTheRegionsOwnIsNeitherReplacedNorRemoved() {
        journey.installed(journey.there, "secret of there");
        put(journey.there, setting("own", "1"));
        var there = state(journey.there);
        journey.copy();
        assertThat(status()).isEqualTo(MigrationProgress.failed(MigrationError.OTHER));
        assertRefused(MigrationError.OTHER, () -> journey.server().commit(ACME, ID));
        journey.rollBack();
        assertThat(state(journey.there)).isEqualTo(there);
    }

    @Test
    void regionOnTheSameStorageLosesNothing() {
        var before = state(journey.here);
        var server = journey.server(journey.here, journey.here, Runnable::run);
        server.schedule(ACME, order(ID));
        server.start(ACME, ID);
        assertThat(server.status(ACME, Optional.of(ID))).isEqualTo(MigrationProgress.failed(MigrationError.OTHER));
        server.rollback(ACME, ID);
        assertThat(state(journey.here)).isEqualTo(before);
    }

    @Test
    void aliasOfAnotherTenantThereFailsTheCopy() {
        var other = tenant("other");
        new TenantWriter(journey.there).write(other, Collections.emptyIterator(), List.of());
        journey.there.links().link(link("ari:cloud:ecosystem::installation/1", "other"));
        journey.copy();
        assertThat(status()).isEqualTo(MigrationProgress.failed(MigrationError.OTHER));
        journey.rollBack();
        assertThat(journey.there.links().resolve(new Alias("ari:cloud:ecosystem::installation/1")))
                .contains(other.id());
    }

    @Test
    void tenantWithoutASecretGoesAndComesBackAsWell() {
        var stored = record(journey.here);
        journey.here.installations().commit(Commit.replace(stored, stored.with(Secrets.starting(Optional.empty()))));
        var before = state(journey.here);
        journey.move();
        assertThat(atRest(journey.there)).isEqualTo(before);
        journey.rollBack();
        assertThat(state(journey.here)).isEqualTo(before);
    }
}

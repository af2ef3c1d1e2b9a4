package dev.tenantry.domain.residency;

import static dev.tenantry.domain.residency.Journey.ACME;
import static dev.tenantry.domain.residency.Journey.ID;
import static dev.tenantry.domain.residency.Journey.atRest;
import static dev.tenantry.domain.residency.Journey.put;
import static dev.tenantry.domain.residency.Journey.record;
import static dev.tenantry.domain.residency.Journey.remove;
import static dev.tenantry.domain.residency.Journey.state;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.MigrationError;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.residency.Journey.State;
import dev.tenantry.domain.testkit.BrokenConnection;
import dev.tenantry.domain.testkit.BrokenConnection.When;
import dev.tenantry.domain.testkit.InterceptedStorage;
import dev.tenantry.domain.testkit.InterceptedStorage.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever call is the last one before a crash, here or there: the same hook again, or a rollback, puts it right. */
class ResidencyCrashTest {

    private State before = new State(Optional.empty(), List.of(), List.of());

    /** The settings do not fit into the first page of a copy. */
    private Journey written() {
        var journey = new Journey();
        for (int n = 0; n < 20; n++) {
            put(journey.here, setting("many" + n, "" + n));
        }
        journey.copy();
        put(journey.here, setting("b", "\"new\""));
        put(journey.here, setting("d", "4"));
        remove(journey.here, "a");
        before = atRest(journey.here);
        return journey;
    }

    private Journey moved() {
        var journey = written();
        journey.server().commit(ACME, ID);
        put(journey.there, setting("e", "5"));
        before = atRest(journey.there);
        return journey;
    }

    private static ResidencyService intercepted(Journey journey, Interceptor interceptor) {
        Storage here = new InterceptedStorage(journey.here, interceptor);
        Storage there = new InterceptedStorage(journey.there, interceptor);
        return journey.server(here, there, Runnable::run);
    }

    /** Runs the hook on storages of which one breaks at this call; returns whether it got that far. */
    private static boolean breaks(Journey journey, Consumer<ResidencyService> hook, int call, When when) {
        try {
            hook.accept(intercepted(journey, new BrokenConnection(call, when)));
            return false;
        } catch (StorageException broken) {
            return true;
        }
    }

    private static void assertNotInUseTwice(Journey journey) {
        boolean here = record(journey.here).lifecycle().status().isInUse();
        boolean there = journey.there
                .installations()
                .find(ACME)
                .filter(record -> record.lifecycle().status().isInUse())
                .isPresent();
        assertThat(here && there).isFalse();
    }

    private void assertIsThere(Journey journey) {
        assertThat(atRest(journey.there)).isEqualTo(before);
        assertThat(state(journey.here).settings()).isEmpty();
        assertThat(record(journey.here).lifecycle().status().isInUse()).isFalse();
    }

    private void assertIsHere(Journey journey) {
        assertThat(state(journey.here)).isEqualTo(before);
        assertThat(state(journey.there).record()).isEmpty();
        assertThat(state(journey.there).links()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void commitThatIsRepeatedAfterACrashIsWhole(When when) {
        boolean broken = true;
        for (int call = 0; broken; call++) {
            var journey = written();
            broken = breaks(journey, server -> server.commit(ACME, ID), call, when);
            assertNotInUseTwice(journey);
            journey.server().commit(ACME, ID);
            assertIsThere(journey);
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void rollbackAfterACommitThatCrashedLosesNothing(When when) {
        boolean broken = true;
        for (int call = 0; broken; call++) {
            var journey = written();
            broken = breaks(journey, server -> server.commit(ACME, ID), call, when);
            journey.rollBack();
            assertIsHere(journey);
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void rollbackThatIsRepeatedAfterACrashIsWhole(When when) {
        boolean broken = true;
        for (int call = 0; broken; call++) {
            var journey = written();
            broken = breaks(journey, server -> server.rollback(ACME, ID), call, when);
            journey.rollBack();
            assertIsHere(journey);
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void returnFromThereThatIsRepeatedAfterACrashLosesNothing(When when) {
        boolean broken = true;
        for (int call = 0; broken; call++) {
            var journey = moved();
            broken = breaks(journey, server -> server.rollback(ACME, ID), call, when);
            assertNotInUseTwice(journey);
            journey.rollBack();
            assertIsHere(journey);
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void returnThatACrashInterruptedIsFinishedByItself(When when) {
        boolean broken = true;
        for (int call = 0; broken; call++) {
            var journey = moved();
            broken = breaks(journey, server -> server.rollback(ACME, ID), call, when);
            journey.server().finishRollbacks((tenant, failure) -> {
                throw failure;
            });
            boolean begun = record(journey.here).lifecycle().migration().isEmpty();
            if (begun) {
                assertIsHere(journey);
            } else {
                assertIsThere(journey);
            }
        }
    }

    /** Does something once, before the given call. */
    private static Interceptor before(int call, Runnable something) {
        var left = new AtomicInteger(call);
        return next -> {
            if (left.getAndDecrement() == 0) {
                something.run();
            }
            return next.proceed();
        };
    }

    private static int callsOf(Consumer<Interceptor> hook) {
        var calls = new AtomicInteger();
        hook.accept(next -> {
            calls.incrementAndGet();
            return next.proceed();
        });
        return calls.get();
    }

    private Journey scheduled() {
        var journey = new Journey();
        journey.schedule();
        return journey;
    }

    @Test
    void copyThatIsLateAddsNothingToWhatAnotherServerHasCommitted() {
        int calls = callsOf(counting -> intercepted(scheduled(), counting).start(ACME, ID));
        for (int call = 0; call < calls; call++) {
            var journey = scheduled();
            Runnable overtake = () -> {
                journey.server().start(ACME, ID);
                remove(journey.here, "a");
                put(journey.here, setting("b", "\"new\""));
                before = atRest(journey.here);
                journey.server().commit(ACME, ID);
            };
            intercepted(journey, before(call, overtake)).start(ACME, ID);
            assertIsThere(journey);
        }
    }

    @Test
    void copyThatIsLateLeavesNothingBehindARollback() {
        int calls = callsOf(counting -> intercepted(scheduled(), counting).start(ACME, ID));
        for (int call = 0; call < calls; call++) {
            var journey = scheduled();
            before = atRest(journey.here);
            try {
                intercepted(journey, before(call, journey::rollBack)).start(ACME, ID);
            } catch (MigrationRefusedException takenBackBeforeItBegan) {
                assertThat(takenBackBeforeItBegan.error()).isEqualTo(MigrationError.NOT_SCHEDULED);
            }
            assertIsHere(journey);
        }
    }

    /** Lets another server do the same once, before the given call, and die at one of its own. */
    private static Interceptor overtaken(Journey journey, Consumer<ResidencyService> hook, int call, int death) {
        return before(call, () -> breaks(journey, hook, death, When.AFTER));
    }

    /** The host gives up waiting and asks again while the first server is still at work. */
    @Test
    void commitThatAnotherOneOvertakesLosesNothing() {
        int calls = callsOf(counting -> intercepted(written(), counting).commit(ACME, ID));
        for (int call = 0; call < calls; call++) {
            for (int death = 0; death <= calls; death++) {
                var journey = written();
                var late = intercepted(journey, overtaken(journey, server -> server.commit(ACME, ID), call, death));
                late.commit(ACME, ID);
                assertNotInUseTwice(journey);
                assertIsThere(journey);
            }
        }
    }

    @Test
    void commitThatIsLateChangesNothingOfWhatWasWrittenThere() {
        int calls = callsOf(counting -> intercepted(written(), counting).commit(ACME, ID));
        for (int call = 0; call < calls; call++) {
            var journey = written();
            Runnable overtake = () -> {
                journey.server().commit(ACME, ID);
                put(journey.there, setting("e", "5"));
                put(journey.there, setting("b", "\"newer\""));
                journey.there.links().link(link("ari:cloud:ecosystem::installation/2", "acme"));
                before = atRest(journey.there);
            };
            intercepted(journey, before(call, overtake)).commit(ACME, ID);
            assertIsThere(journey);
        }
    }

    @Test
    void rollbackThatAnotherOneOvertakesLosesNothing() {
        int calls = callsOf(counting -> intercepted(moved(), counting).rollback(ACME, ID));
        for (int call = 0; call < calls; call++) {
            for (int death = 0; death <= calls; death++) {
                var journey = moved();
                intercepted(journey, overtaken(journey, server -> server.rollback(ACME, ID), call, death))
                        .rollback(ACME, ID);
                assertIsHere(journey);
            }
        }
    }

    @Test
    void rollbackThatIsLateChangesNothingOfWhatWasWrittenHere() {
        int calls = callsOf(counting -> intercepted(moved(), counting).rollback(ACME, ID));
        for (int call = 0; call < calls; call++) {
            var journey = moved();
            Runnable overtake = () -> {
                journey.rollBack();
                put(journey.here, setting("e", "6"));
                journey.here.links().link(link("ari:cloud:ecosystem::installation/2", "acme"));
                before = atRest(journey.here);
            };
            intercepted(journey, before(call, overtake)).rollback(ACME, ID);
            assertIsHere(journey);
        }
    }

    @Test
    void newSecretThatArrivesAtAnyMomentOfTheRollbackIsNotLost() {
        int calls = callsOf(counting -> intercepted(moved(), counting).rollback(ACME, ID));
        for (int call = 0; call < calls; call++) {
            var journey = moved();
            intercepted(journey, before(call, () -> journey.installed(journey.here, "rotated")))
                    .rollback(ACME, ID);
            assertThat(record(journey.here).secrets().current().orElseThrow().reveal())
                    .as("told before call %d", call)
                    .isEqualTo("rotated");
            assertThat(state(journey.here).settings()).isEqualTo(before.settings());
        }
    }

    @Test
    void newSecretThatArrivesAtAnyMomentOfTheCommitIsNotLost() {
        int calls = callsOf(counting -> intercepted(written(), counting).commit(ACME, ID));
        for (int call = 0; call < calls; call++) {
            var journey = written();
            intercepted(journey, before(call, () -> journey.installed(journey.here, "rotated")))
                    .commit(ACME, ID);
            var told = record(journey.here).secrets().forCallbacks().orElseThrow();
            assertThat(told.reveal()).isEqualTo("rotated");
            boolean gone = record(journey.there).secrets().current().equals(Optional.of(told));
            journey.rollBack();
            assertThat(record(journey.here).secrets().current()).contains(told);
            assertThat(gone || call == calls - 1).isTrue();
            assertThat(state(journey.here).settings()).isEqualTo(before.settings());
        }
    }
}

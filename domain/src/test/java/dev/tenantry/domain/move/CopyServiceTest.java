package dev.tenantry.domain.move;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.CopyTenants.Task;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CopyServiceTest {

    /** The end of a process. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Sides sides = new Sides();
    private final Storage source = sides.source;
    private final Storage target = sides.target;
    private final List<String> troubles = sides.troubles;
    private final TenantRecord acme = sides.acme;
    private final TenantRecord retained = sides.retained;
    private final TenantRecord dropped = sides.dropped;

    private MoveReport pass(Task task, Storage to, boolean deletes) {
        return sides.pass(task, to, deletes);
    }

    private MoveReport copy() {
        return sides.copy();
    }

    private MoveReport verify() {
        return sides.verify();
    }

    /** Returns the source with rows under these names that cannot be read. */
    private Storage unreadable(String... names) {
        return unreadable(source, names);
    }

    private static Storage unreadable(Storage storage, String... names) {
        return new InterceptedStorage(storage, call -> {
            var answer = call.proceed();
            return answer instanceof List<?> list
                    ? list.stream()
                            .map(element -> spoilt(element, Set.of(names)))
                            .toList()
                    : answer;
        });
    }

    private static Object spoilt(Object element, Set<String> names) {
        return element instanceof Row<?> row && names.contains(row.name())
                ? new Row<>(row.name(), Optional.empty())
                : element;
    }

    @Test
    void copyIsTheSameInEveryPart() {
        assertThat(copy().summary()).isEqualTo("written: 3 tenants, 3 settings, 2 links");
        assertThat(target.installations().page(Optional.empty(), 10)).containsExactly(acme, retained, dropped);
        assertThat(target.settings().find(acme.life().orElseThrow(), new SettingKey("a")))
                .contains(setting("a", "1.0"));
        assertThat(target.archive().settings(retained.life().orElseThrow(), Optional.empty(), 10))
                .hasSize(1);
        assertThat(verify().summary()).isEqualTo("unchanged: 3 tenants, 3 settings, 2 links");
        assertThat(copy().summary()).isEqualTo("unchanged: 3 tenants, 3 settings, 2 links");
    }

    @Test
    void trialWritesNothingAndSaysWhatACopyWouldWrite() {
        assertThat(pass(Task.TRIAL, target, true).summary()).isEqualTo("written: 3 tenants, 3 settings, 2 links");
        assertThat(target.installations().page(Optional.empty(), 10)).isEmpty();
        Sides.store(target, tenant("stranger"));
        assertThat(pass(Task.TRIAL, target, true).total(Fate.REMOVED, Thing.TENANT))
                .isEqualTo(1);
        assertThat(pass(Task.TRIAL, target, false).total(Fate.SKIPPED, Thing.TENANT))
                .isEqualTo(1);
        assertThat(target.installations().page(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void copyThatDiesAtAnyCallGoesOnAndEndsWhole() {
        boolean died = true;
        for (int n = 0; died; n++) {
            var fresh = new InMemoryStorage();
            Sides.store(fresh, reborn(acme), setting("a", "old"), setting("stranger", "1"));
            died = dies(fresh, n);
            pass(Task.COPY, fresh, false);
            assertThat(pass(Task.VERIFY, fresh, false).summary())
                    .as("copied again after it died at call %d", n)
                    .isEqualTo("unchanged: 3 tenants, 3 settings, 2 links");
        }
    }

    private boolean dies(Storage to, int calls) {
        var left = new AtomicInteger(calls);
        var mortal = new InterceptedStorage(to, call -> {
            if (left.getAndDecrement() == 0) {
                throw new Kill();
            }
            return call.proceed();
        });
        try {
            pass(Task.COPY, mortal, false);
            return false;
        } catch (Kill killed) {
            return true;
        }
    }

    @Test
    void whatChangedInTheSourceIsCaughtUpWith() {
        copy();
        source.settings().put(acme.life().orElseThrow(), setting("a", "2"), new Any(), 10);
        source.settings().remove(acme.life().orElseThrow(), new SettingKey("b"), new Any());
        source.links().unlink(link("ari:1", "acme"));
        Sides.replace(source, retained, retained.withoutSettings());
        Sides.store(source, tenant("new"), setting("n", "1"));
        assertThat(copy().summary()).isEqualTo("written: 3 tenants, 2 settings, 1 link; unchanged: 1 tenant");
        assertThat(verify().summary()).isEqualTo("unchanged: 4 tenants, 2 settings, 1 link");
    }

    @Test
    void tenantThatWasInstalledAgainComesInItsNewIncarnation() {
        copy();
        var again = reborn(acme, setting("seed", "1"));
        Sides.replace(source, acme, again);
        source.settings().put(again.life().orElseThrow(), setting("seed", "1"), new Any(), 10);
        copy();
        assertThat(target.installations().find(acme.id())).contains(again);
        assertThat(target.settings().page(again.life().orElseThrow(), Optional.empty(), 10))
                .containsExactly(setting("seed", "1"));
    }

    @Test
    void tokensOfForgeDoNotMove() {
        var alias = link("ari:1", "acme").alias();
        var presence = new ForgePresence(true, Fixtures.INSTALLED_AT, "1", Optional.of(new SystemToken("token")));
        var onForge = acme.with(acme.lifecycle().onForge(alias, presence));
        Sides.replace(source, acme, onForge);
        copy();
        assertThat(target.installations().find(acme.id()))
                .contains(acme.with(acme.lifecycle().onForge(alias, presence.with(Optional.empty()))));
        assertThat(verify().isClean()).isTrue();
        assertThat(copy().hasChanges()).isFalse();
    }

    @Test
    void tenantThatTheSourceRemovedGoesOnlyIfRemovalIsWanted() {
        copy();
        var gone = new Commit(acme.id(), Optional.of(acme), Optional.empty(), acme.incarnation(), List.of());
        source.links().unlink(link("ari:1", "acme"));
        source.installations().commit(gone);
        assertThat(copy().summary()).isEqualTo("unchanged: 2 tenants, 1 setting, 1 link; skipped: 1 tenant");
        assertThat(troubles).containsExactly("tenant acme: the source does not have it");
        assertThat(target.installations().find(acme.id())).contains(acme);
        assertThat(pass(Task.COPY, target, true).total(Fate.REMOVED, Thing.TENANT))
                .isEqualTo(1);
        assertThat(target.installations().find(acme.id())).isEmpty();
        assertThat(target.links().resolve(link("ari:1", "acme").alias())).isEmpty();
        assertThat(verify().isClean()).isTrue();
    }

    @Test
    void tenantThatWasInstalledAtTheTargetSinceIsLeftAlone() {
        copy();
        var lifecycle = acme.lifecycle().installed(Fixtures.INSTALLED_AT.plusSeconds(100));
        var newer = acme.with(lifecycle).with(Secrets.starting(Optional.of(new SharedSecret("newer"))));
        Sides.replace(target, acme, newer);
        assertThat(copy().total(Fate.SKIPPED, Thing.TENANT)).isEqualTo(1);
        assertThat(target.installations().find(acme.id())).contains(newer);
    }

    @Test
    void aliasThatMovedInTheSourceMovesInTheNextPass() {
        source.links().link(link("ari:3", "retained"));
        copy();
        source.links().unlink(link("ari:3", "retained"));
        source.links().link(link("ari:3", "acme"));
        assertThat(copy().total(Fate.SKIPPED, Thing.LINK)).isEqualTo(1);
        assertThat(troubles).containsExactly("link ari:3 of tenant acme: in the target it is tenant retained's");
        assertThat(copy().isClean()).isTrue();
        assertThat(verify().isClean()).isTrue();
    }

    @Test
    void whatCannotBeReadIsNamedAndStopsNothingElse() {
        var spoilt = unreadable("acme", "kept");
        troubles.clear();
        var report = new MoveReport(trouble -> troubles.add(trouble.toString()));
        new CopyService(spoilt, target, true, 1, () -> {}).pass(Task.COPY, report);
        assertThat(troubles)
                .containsExactly(
                        "tenant acme: it cannot be read in the source",
                        "setting kept of tenant retained: it cannot be read in the source");
        assertThat(target.installations().page(Optional.empty(), 10)).containsExactly(retained, dropped);
        assertThat(report.summary()).isEqualTo("written: 2 tenants, 1 link; skipped: 1 tenant, 1 setting");
    }

    @Test
    void whatCannotBeReadOnEitherSideIsNotTheSame() {
        copy();
        var report = new MoveReport(trouble -> troubles.add(trouble.toString()));
        var target = new InMemoryStorage();
        pass(Task.COPY, target, false);
        new CopyService(unreadable("kept"), unreadable(target, "kept"), true, 1, () -> {}).pass(Task.VERIFY, report);
        assertThat(troubles)
                .containsExactly(
                        "tenant retained: its settings or links differ",
                        "setting kept of tenant retained: it cannot be read in the source");
    }

    @Test
    void tenantThatCannotBeReadInTheSourceIsNotRemovedFromTheTarget() {
        copy();
        var report = new MoveReport(trouble -> {});
        new CopyService(unreadable("acme"), target, true, 1, () -> {}).pass(Task.COPY, report);
        assertThat(target.installations().find(acme.id())).contains(acme);
    }

    @Test
    void manyThreadsCopyWhatOneWould() {
        for (int n = 0; n < 300; n++) {
            Sides.store(source, tenant("many" + n), setting("a", "" + n), setting("b", "\"" + n + "\""));
            source.links().link(link("ari:many" + n, "many" + n));
        }
        var ticks = new AtomicInteger();
        var report = new MoveReport(trouble -> {});
        var many = new CopyService(source, target, false, 8, () -> ticks.setPlain(ticks.getPlain() + 1));
        many.pass(Task.COPY, report);
        assertThat(report.summary()).isEqualTo("written: 303 tenants, 603 settings, 302 links");
        assertThat(ticks).hasValue(303);
        assertThat(verify().summary()).isEqualTo("unchanged: 303 tenants, 603 settings, 302 links");
    }

    @Test
    void failureThatIsAboutOneTenantStopsNothingElse() {
        var picky = new InterceptedStorage(target, call -> {
            var answer = call.proceed();
            if (answer instanceof Optional<?> found && found.equals(Optional.of(Staging.of(acme)))) {
                throw new StorageException("too large");
            }
            return answer;
        });
        Sides.store(target, Staging.of(acme));
        assertThat(pass(Task.COPY, picky, false).summary())
                .isEqualTo("written: 2 tenants, 1 setting, 1 link; skipped: 1 tenant");
        assertThat(troubles).containsExactly("tenant acme: too large");
    }

    @Test
    void storageOutOfReachEndsThePass() {
        var dead = new InterceptedStorage(target, call -> {
            throw new StorageException("out of reach");
        });
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> pass(Task.COPY, dead, false));
    }
}

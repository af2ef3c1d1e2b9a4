package dev.tenantry.domain.move;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.CopyTenants.Task;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyServiceTest {

    /** The end of a process. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Storage source = new InMemoryStorage();
    private final Storage target = new InMemoryStorage();
    private final List<String> troubles = new ArrayList<>();
    private final TenantRecord acme = tenant("acme");
    private final TenantRecord retained = in(TenantStatus.UNINSTALLED, tenant("retained"));
    private final TenantRecord dropped =
            in(TenantStatus.UNINSTALLED, tenant("\uD83D\uDE00").withoutSettings());

    @BeforeEach
    void fillTheSource() {
        store(source, acme, setting("a", "1.0"), setting("b", "{\"x\":12345678901234567890123}"));
        store(source, retained, setting("kept", "null"));
        store(source, dropped);
        source.links().link(link("ari:1", "acme"));
        source.links().link(link("ari:2", "retained"));
    }

    private static void store(Storage storage, TenantRecord record, Setting... settings) {
        new TenantWriter(storage).write(record, List.of(settings).iterator(), List.of());
    }

    private static void replace(Storage storage, TenantRecord before, TenantRecord after) {
        assertThat(storage.installations().commit(Commit.replace(before, after)))
                .isTrue();
    }

    private MoveReport pass(Task task, Storage to, boolean deletes) {
        troubles.clear();
        var report = new MoveReport(trouble -> troubles.add(trouble.toString()));
        new CopyService(source, to, deletes, () -> {}).pass(task, report);
        return report;
    }

    private MoveReport copy() {
        return pass(Task.COPY, target, false);
    }

    private MoveReport verify() {
        return pass(Task.VERIFY, target, false);
    }

    private void assertCopied() {
        assertThat(verify().summary()).isEqualTo("unchanged: 3 tenants, 3 settings, 2 links");
    }

    @Test
    void copyIsTheSameInEveryPart() {
        assertThat(copy().summary()).isEqualTo("written: 3 tenants, 3 settings, 2 links");
        assertThat(target.installations().page(Optional.empty(), 10)).containsExactly(acme, retained, dropped);
        assertThat(target.settings().find(acme.life().orElseThrow(), new SettingKey("a")))
                .contains(setting("a", "1.0"));
        assertThat(target.archive().settings(retained.life().orElseThrow(), Optional.empty(), 10))
                .hasSize(1);
        assertCopied();
        assertThat(copy().summary()).isEqualTo("unchanged: 3 tenants, 3 settings, 2 links");
    }

    @Test
    void trialWritesNothingAndSaysWhatACopyWouldWrite() {
        assertThat(pass(Task.TRIAL, target, true).summary()).isEqualTo("written: 3 tenants, 3 settings, 2 links");
        assertThat(target.installations().page(Optional.empty(), 10)).isEmpty();
        store(target, tenant("stranger"));
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
            store(fresh, reborn(acme), setting("a", "old"), setting("stranger", "1"));
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
        replace(source, retained, retained.withoutSettings());
        store(source, tenant("new"), setting("n", "1"));
        assertThat(copy().summary()).isEqualTo("written: 3 tenants, 2 settings, 1 link; unchanged: 1 tenant");
        assertThat(verify().summary()).isEqualTo("unchanged: 4 tenants, 2 settings, 1 link");
    }

    @Test
    void tenantThatWasInstalledAgainComesInItsNewIncarnation() {
        copy();
        var again = reborn(acme, setting("seed", "1"));
        replace(source, acme, again);
        source.settings().put(again.life().orElseThrow(), setting("seed", "1"), new Any(), 10);
        copy();
        assertThat(target.installations().find(acme.id())).contains(again);
        assertThat(target.settings().page(again.life().orElseThrow(), Optional.empty(), 10))
                .containsExactly(setting("seed", "1"));
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
        replace(target, acme, newer);
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
    void everyKindOfDifferenceIsNamed() {
        copy();
        var settings = target.settings();
        settings.put(acme.life().orElseThrow(), setting("a", "1.00"), new Any(), 10);
        settings.remove(acme.life().orElseThrow(), new SettingKey("b"), new Any());
        settings.put(acme.life().orElseThrow(), setting("c", "1"), new Any(), 10);
        target.links().unlink(link("ari:1", "acme"));
        target.links().link(link("ari:9", "acme"));
        var renewed = link("ari:2", "retained");
        target.links().link(new Link(renewed.alias(), renewed.tenant(), Link.Provenance.OPERATOR, renewed.at()));
        store(target, tenant("stranger"));
        store(source, tenant("late"));
        assertThat(verify().isClean()).isFalse();
        assertThat(troubles)
                .containsExactly(
                        "tenant acme: its settings or links differ",
                        "setting a of tenant acme: it differs",
                        "setting b of tenant acme: only the source has it",
                        "setting c of tenant acme: only the target has it",
                        "link ari:1 of tenant acme: only the source has it",
                        "link ari:9 of tenant acme: only the target has it",
                        "tenant late: only the source has it",
                        "tenant retained: its settings or links differ",
                        "link ari:2 of tenant retained: it differs",
                        "tenant stranger: only the target has it");
    }

    @Test
    void everyPartOfARecordCounts() {
        var installation = acme.installation();
        var renamed = new Installation(
                installation.appKey(), installation.productType(), "https://renamed.atlassian.net", Map.of(), Map.of());
        var unknown = new Installation(
                installation.appKey(),
                installation.productType(),
                installation.baseUrl(),
                installation.fields(),
                Map.of("capabilities", new JsonText("1.0")));
        var others = Map.of(
                "installation", Fixtures.with(renamed, acme),
                "installation ", Fixtures.with(unknown, acme),
                "secrets", acme.with(Secrets.starting(Optional.of(new SharedSecret("other")))),
                "secrets ", acme.with(acme.secrets().retire()),
                "lifecycle", in(TenantStatus.ENABLED, acme),
                "incarnation", reborn(acme),
                "seeds",
                        new TenantRecord(
                                acme.id(),
                                installation,
                                acme.secrets(),
                                acme.lifecycle(),
                                acme.incarnation(),
                                Map.of(new SettingKey("a"), setting("a", "1").etag())));
        others.forEach((part, other) -> {
            var differs = new InMemoryStorage();
            pass(Task.COPY, differs, false);
            replace(differs, acme, other);
            pass(Task.VERIFY, differs, false);
            assertThat(troubles).first().isEqualTo("tenant acme: different: " + part.strip());
        });
    }

    @Test
    void whatCannotBeReadIsNamedAndStopsNothingElse() {
        var unreadable = new UnreadableStorage(source, "acme", "kept");
        troubles.clear();
        var report = new MoveReport(trouble -> troubles.add(trouble.toString()));
        new CopyService(unreadable, target, true, () -> {}).pass(Task.COPY, report);
        assertThat(troubles)
                .containsExactly(
                        "tenant acme: it cannot be read in the source",
                        "setting kept of tenant retained: it cannot be read in the source");
        assertThat(target.installations().page(Optional.empty(), 10)).containsExactly(retained, dropped);
        assertThat(report.summary()).isEqualTo("written: 2 tenants, 1 link; skipped: 1 tenant, 1 setting");
    }

    @Test
    void tenantThatCannotBeReadInTheSourceIsNotRemovedFromTheTarget() {
        copy();
        var report = new MoveReport(trouble -> {});
        new CopyService(new UnreadableStorage(source, "acme", ""), target, true, () -> {}).pass(Task.COPY, report);
        assertThat(target.installations().find(acme.id())).contains(acme);
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
        store(target, Staging.of(acme));
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

    @Test
    void digestTellsFieldsApartThatJoinedWouldBeTheSame() {
        var life = incarnation();
        var left = digest(life, setting("ab", "1"), setting("c", "1"));
        assertThat(digest(life, setting("a", "1"), setting("bc", "1"))).isNotEqualTo(left);
        assertThat(digest(life, setting("ab", "1"), setting("c", "1"))).isEqualTo(left);
    }

    private TenantDigest digest(Incarnation life, Setting... settings) {
        var storage = new InMemoryStorage();
        var record = new TenantRecord(
                acme.id(), acme.installation(), acme.secrets(), acme.lifecycle(), Optional.of(life), Map.of());
        store(storage, record, settings);
        return new TenantReader(storage).digest(record);
    }
}

package dev.tenantry.domain.move;

import static dev.tenantry.domain.testkit.Fixtures.INSTALLED_AT;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.ForeignImport.Mode;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Oddity;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.BrokenConnection;
import dev.tenantry.domain.testkit.BrokenConnection.When;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignImportTest {

    private static final Mode USUAL = new Mode(false, false);
    private static final Mode REPLACE = new Mode(false, true);
    private static final Mode DRY = new Mode(true, false);

    private static final TenantRecord ACME = tenant("acme").with(Lifecycle.legacy());
    private static final List<Setting> SETTINGS = List.of(setting("a", "1.0"), setting("b", "{\"x\": 1}"));
    private static final List<Link> LINKS = List.of(link("ari:1", "acme"));

    private final Storage target = new InMemoryStorage();
    private final List<String> lines = new ArrayList<>();

    private ForeignReport run(Mode mode, TenantRecord record) {
        return run(target, mode, record);
    }

    private ForeignReport run(Storage storage, Mode mode, TenantRecord record) {
        var report = new ForeignReport(new MoveReport(trouble -> lines.add(trouble.toString())), lines::add);
        new ForeignImport(storage, mode, report).tenant(record, SETTINGS.iterator(), LINKS);
        return report;
    }

    private List<Setting> settings() {
        return target.settings().page(ACME.life().orElseThrow(), Optional.empty(), 100);
    }

    private void commit(TenantRecord before, TenantRecord next) {
        assertThat(target.installations().commit(Commit.replace(before, next))).isTrue();
    }

    private static TenantRecord rotated() {
        return ACME.with(Secrets.starting(Optional.of(new SharedSecret("another"))));
    }

    @Test
    void tenantThatIsNotHereIsWritten() {
        var report = run(USUAL, ACME);
        assertThat(target.installations().find(ACME.id())).contains(ACME);
        assertThat(settings()).isEqualTo(SETTINGS);
        assertThat(target.links().list(ACME.id())).isEqualTo(LINKS);
        assertThat(report.moves().summary()).isEqualTo("written: 1 tenant, 2 settings, 1 link");
    }

    @Test
    void secondRunFindsEverythingUnchanged() {
        run(USUAL, ACME);
        var report = run(USUAL, ACME);
        assertThat(report.moves().summary()).isEqualTo("unchanged: 1 tenant, 2 settings, 1 link");
        assertThat(report.moves().isClean()).isTrue();
    }

    @Test
    void dryRunChangesNothing() {
        assertThat(run(DRY, ACME).moves().summary()).isEqualTo("written: 1 tenant, 2 settings, 1 link");
        assertThat(target.installations().find(ACME.id())).isEmpty();
    }

    @Test
    void tenantThatIsNewerHereStays() {
        run(USUAL, ACME);
        var enabled = ACME.with(ACME.lifecycle().enabled(INSTALLED_AT));
        commit(ACME, enabled);
        for (var mode : List.of(USUAL, REPLACE)) {
            assertThat(run(mode, rotated()).total(Oddity.NEWER_HERE)).isOne();
            assertThat(target.installations().find(ACME.id())).contains(enabled);
        }
    }

    @Test
    void tenantThatIsOlderHereBecomesWhatTheSourceSays() {
        run(USUAL, ACME);
        var newer = rotated().with(Lifecycle.starting(INSTALLED_AT));
        run(USUAL, newer);
        assertThat(target.installations().find(ACME.id())).contains(newer);
    }

    @Test
    void differenceOfWhatIsEquallyOldIsToldAndKept() {
        run(USUAL, ACME);
        target.settings().put(ACME.life().orElseThrow(), setting("a", "2"), new Any(), 100);
        var report = run(USUAL, rotated());
        assertThat(target.installations().find(ACME.id())).contains(ACME);
        assertThat(settings()).contains(setting("a", "2"));
        assertThat(report.moves().total(Fate.DIFFERENT, Thing.TENANT)).isOne();
        assertThat(report.moves().isClean()).isFalse();
        assertThat(lines)
                .containsExactly(
                        "tenant acme: it is not the same here", "setting a of tenant acme: it is not the same here");
    }

    @Test
    void replacingTakesWhatTheSourceSays() {
        run(USUAL, ACME);
        target.settings().put(ACME.life().orElseThrow(), setting("a", "2"), new Any(), 100);
        run(REPLACE, rotated());
        assertThat(target.installations().find(ACME.id())).contains(rotated());
        assertThat(settings()).isEqualTo(SETTINGS);
    }

    @Test
    void whatIsMissingHereIsTold() {
        run(USUAL, ACME);
        target.settings().remove(ACME.life().orElseThrow(), SETTINGS.get(1).key(), new Any());
        target.links().unlink(LINKS.get(0));
        assertThat(run(USUAL, ACME).moves().isClean()).isFalse();
        assertThat(lines)
                .containsExactly("setting b of tenant acme: it is missing here", "link ari:1: it is missing here");
    }

    @Test
    void tenantThatWasLeftHalfWrittenIsMadeWhole() {
        var staged = Staging.of(ACME);
        target.installations()
                .commit(new Commit(ACME.id(), Optional.empty(), Optional.of(staged), Optional.empty(), List.of()));
        run(USUAL, ACME);
        assertThat(target.installations().find(ACME.id())).contains(ACME);
        assertThat(settings()).isEqualTo(SETTINGS);
    }

    @Test
    void aliasOfAnotherTenantStaysWithIt() {
        var other = tenant("other");
        target.installations()
                .commit(new Commit(other.id(), Optional.empty(), Optional.of(other), Optional.empty(), List.of()));
        target.links().link(link("ari:1", "other"));
        assertThat(run(USUAL, ACME).moves().summary()).isEqualTo("written: 1 tenant, 2 settings; skipped: 1 link");
        assertThat(lines).containsExactly("link ari:1: it is the alias of tenant other");
    }

    @Test
    void tenantThatTheBackendRefusesStopsNoOther() {
        var refusing = new InterceptedStorage(target, new BrokenConnection(0, When.BEFORE));
        assertThat(run(refusing, USUAL, ACME).moves().summary()).isEqualTo("skipped: 1 tenant");
        assertThat(lines).containsExactly("tenant acme: the connection broke");
    }

    @Test
    void oddNamesAreToldOnlyIfTheyAreWorthIt() {
        var report = new ForeignReport(new MoveReport(trouble -> {}), lines::add);
        var sink = new ForeignImport(target, USUAL, report);
        sink.odd(Oddity.CACHED_TOKEN, "setting bearer:1 of tenant acme");
        sink.odd(Oddity.DUPLICATE, "row 7");
        assertThat(lines).containsExactly("row 7: left out: another row of this name is newer");
        assertThat(report.oddities()).containsExactly("1 cached access tokens left out", "1 duplicates left out");
    }
}

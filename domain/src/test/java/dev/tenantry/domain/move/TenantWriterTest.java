package dev.tenantry.domain.move;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.move.TenantWriter.Outcome;
import dev.tenantry.domain.move.TenantWriter.Outcome.Overtaken;
import dev.tenantry.domain.move.TenantWriter.Outcome.Written;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.BrokenConnection;
import dev.tenantry.domain.testkit.BrokenConnection.When;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantWriterTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final List<Setting> SETTINGS = List.of(setting("a", "1.0"), setting("b", "null"), setting("c", "3"));
    private static final List<Link> LINKS = List.of(link("ari:1", "acme"), link("ari:2", "acme"));

    private final Storage target = new InMemoryStorage();

    private static Outcome write(Storage target, TenantRecord record) {
        return new TenantWriter(target).write(record, SETTINGS.iterator(), LINKS);
    }

    private void assertWhole(TenantRecord record) {
        assertThat(target.installations().find(ACME)).contains(record);
        assertThat(settings(record)).isEqualTo(SETTINGS);
        assertThat(target.links().list(ACME)).isEqualTo(LINKS);
    }

    /** Opens the fence for the moment of the look. */
    private List<Setting> settings(TenantRecord record) {
        var open = in(TenantStatus.ENABLED, record);
        target.installations().commit(Commit.replace(record, open));
        var settings = target.settings().page(record.life().orElseThrow(), Optional.empty(), 1000);
        target.installations().commit(Commit.replace(open, record));
        return settings;
    }

    private void isThere(TenantRecord record, Setting... settings) {
        new TenantWriter(target)
                .write(record, List.of(settings).iterator(), List.of(link("ari:0", "acme"), LINKS.get(0)));
    }

    @Test
    void newTenantIsWhole() {
        var record = tenant("acme");
        assertThat(write(target, record)).isEqualTo(new Written(3, 2, List.of()));
        assertWhole(record);
    }

    @Test
    void tenantThatWasThereBecomesExactlyTheGivenOne() {
        var record = tenant("acme");
        isThere(record, setting("a", "1"), setting("b", "null"), setting("stranger", "1"));
        assertThat(write(target, record)).isEqualTo(new Written(3, 2, List.of()));
        assertWhole(record);
    }

    @Test
    void tenantInAnotherIncarnationBecomesExactlyTheGivenOne() {
        var record = tenant("acme");
        isThere(reborn(record), setting("a", "1"), setting("stranger", "1"));
        write(target, record);
        assertWhole(record);
    }

    @Test
    void uninstalledTenantKeepsTheSettingsThatWereRetained() {
        var retained = in(TenantStatus.UNINSTALLED, tenant("acme"));
        write(target, retained);
        assertWhole(retained);
    }

    @Test
    void tenantWithoutSettingsLosesThoseThatTheTargetHas() {
        var record = tenant("acme");
        isThere(record, SETTINGS.toArray(Setting[]::new));
        var dropped = in(TenantStatus.UNINSTALLED, record).withoutSettings();
        var outcome = new TenantWriter(target).write(dropped, List.<Setting>of().iterator(), LINKS);
        assertThat(outcome).isEqualTo(new Written(0, 2, List.of()));
        assertThat(target.installations().find(ACME)).contains(dropped);
    }

    @Test
    void crashAtAnyCallLeavesNothingHalfThatCanBeUsedAndTheNextTimeItIsWhole() {
        var record = tenant("acme");
        for (var before : List.of(record, reborn(record), in(TenantStatus.UNINSTALLED, record))) {
            for (var when : When.values()) {
                boolean broken = true;
                for (int call = 0; broken; call++) {
                    isThere(before, setting("a", "1"), setting("stranger", "1"));
                    broken = breaks(record, call, when);
                    assertUselessOrWhole(before, record);
                    assertThat(write(target, record)).isInstanceOf(Written.class);
                    assertWhole(record);
                }
            }
        }
    }

    private boolean breaks(TenantRecord record, int call, When when) {
        try {
            write(new InterceptedStorage(target, new BrokenConnection(call, when)), record);
            return false;
        } catch (StorageException broken) {
            return true;
        }
    }

    private void assertUselessOrWhole(TenantRecord before, TenantRecord record) {
        var stored = target.installations().find(ACME).orElseThrow();
        if (stored.equals(before) && !before.equals(record)) {
            return;
        }
        if (!stored.equals(record)) {
            assertThat(stored.secrets().forCallbacks()).isEmpty();
            assertThat(stored.lifecycle().refusesTokensOf(Instant.parse("2999-01-01T00:00:00Z")))
                    .isTrue();
        } else if (settings(stored).stream().noneMatch(setting("stranger", "1")::equals)) {
            assertWhole(record);
        }
    }

    @Test
    void linkOfAnotherTenantIsToldAndStaysThere() {
        new TenantWriter(target).write(tenant("other"), SETTINGS.iterator(), List.of(link("ari:2", "other")));
        var record = tenant("acme");
        assertThat(write(target, record))
                .isEqualTo(new Written(3, 1, List.of(new ForeignLink(LINKS.get(1), new TenantId("other")))));
        assertThat(target.links().resolve(LINKS.get(1).alias())).contains(new TenantId("other"));
        assertThat(target.installations().find(ACME)).contains(record);
    }

    @Test
    void changeBySomebodyElseAtAnyCallIsNeverOverwritten() {
        var record = tenant("acme");
        var other = in(TenantStatus.ENABLED, reborn(record));
        int calls = countCalls(record);
        for (int n = 1; n < calls; n++) {
            isThere(record, setting("a", "1"));
            int turn = n;
            var call = new AtomicInteger();
            var disturbed = new InterceptedStorage(target, proceeding -> {
                if (call.getAndIncrement() == turn) {
                    var stored = target.installations().find(ACME).orElseThrow();
                    target.installations().commit(Commit.replace(stored, other));
                }
                return proceeding.proceed();
            });
            assertThat(write(disturbed, record)).as("change before call %d", n).isEqualTo(new Overtaken());
            assertThat(target.installations().find(ACME)).contains(other);
        }
    }

    private int countCalls(TenantRecord record) {
        isThere(record, setting("a", "1"));
        var calls = new AtomicInteger();
        write(
                new InterceptedStorage(target, call -> {
                    calls.incrementAndGet();
                    return call.proceed();
                }),
                record);
        return calls.get();
    }

    @Test
    void manySettingsGoInFewCalls() {
        var settings = new ArrayList<Setting>();
        IntStream.range(0, 1000).forEach(n -> settings.add(setting("key" + n, "1")));
        var calls = new AtomicInteger();
        var counted = new InterceptedStorage(target, call -> {
            calls.incrementAndGet();
            return call.proceed();
        });
        var outcome = new TenantWriter(counted).write(tenant("acme"), settings.iterator(), List.of());
        assertThat(outcome).isEqualTo(new Written(1000, 0, List.of()));
        assertThat(calls).hasValueLessThan(20);
    }

    @Test
    void ofSeveralSettingsWithOneKeyTheLastCounts() {
        var record = tenant("acme");
        var settings = List.of(setting("a", "1"), setting("b", "2"), setting("a", "3"));
        assertThat(new TenantWriter(target).write(record, settings.iterator(), List.of()))
                .isEqualTo(new Written(2, 0, List.of()));
        assertThat(settings(record)).containsExactly(setting("a", "3"), setting("b", "2"));
    }

    @Test
    void whatBelongsToNoTenantIsRefused() {
        var writer = new TenantWriter(target);
        var nothing = List.<Setting>of().iterator();
        assertThatThrownBy(() -> writer.write(tenant("acme"), nothing, List.of(link("ari:1", "other"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.write(tenant("acme").withoutSettings(), SETTINGS.iterator(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

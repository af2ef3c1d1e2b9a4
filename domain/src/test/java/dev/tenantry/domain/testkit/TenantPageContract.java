package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of tenants. */
interface TenantPageContract extends StorageUnderTest {

    private List<String> page(String after, int limit) {
        var last = Optional.of(after).filter(name -> !name.isEmpty()).map(TenantId::new);
        return storage().installations().page(last, limit).stream()
                .map(record -> record.id().value())
                .toList();
    }

    private List<String> allPages(int limit) {
        var names = new ArrayList<String>();
        var page = page("", limit);
        while (!page.isEmpty()) {
            names.addAll(page);
            page = page.size() < limit ? List.of() : page(page.get(limit - 1), limit);
        }
        return names;
    }

    private void end(TenantRecord record) {
        storage()
                .installations()
                .commit(new Commit(
                        record.id(), Optional.of(record), Optional.empty(), record.incarnation(), List.of()));
    }

    @Test
    default void storeWithoutTenantsHasAnEmptyPage() {
        assertThat(page("", 10)).isEmpty();
        assertThat(page("a", 10)).isEmpty();
    }

    @Test
    default void tenantsAreInCodePointOrderHoweverLongThePagesAre() {
        Names.inOrder().stream().sorted().forEach(name -> begin(tenant(name)));
        assertThat(List.of(1, 2, 7, Names.inOrder().size(), 1000))
                .allSatisfy(limit -> assertThat(allPages(limit)).isEqualTo(Names.inOrder()));
    }

    @Test
    default void pageOfTenantsIsShortOnlyAtTheEnd() {
        List.of("a", "b", "c", "d", "e").forEach(name -> begin(tenant(name)));
        assertThat(page("", 2)).containsExactly("a", "b");
        assertThat(page("b", 2)).containsExactly("c", "d");
        assertThat(page("d", 2)).containsExactly("e");
        assertThat(page("", 5)).containsExactly("a", "b", "c", "d", "e");
        assertThat(page("e", 5)).isEmpty();
    }

    @Test
    default void pageHoldsWholeRecordsOfEveryStatus() {
        var records = Arrays.stream(TenantStatus.values())
                .map(status -> in(status, tenant(status.name())))
                .sorted(Comparator.comparing(TenantRecord::id))
                .toList();
        records.forEach(record -> begin(record));
        assertThat(storage().installations().page(Optional.empty(), 10)).isEqualTo(records);
    }

    @Test
    default void pageGoesOnBehindATenantThatEndedOrNeverWas() {
        var gone = tenant("b");
        begin(tenant("a"));
        begin(gone);
        begin(tenant("c"));
        begin(tenant("d"));
        assertThat(page("", 2)).containsExactly("a", "b");
        end(gone);
        begin(tenant("0"));
        begin(tenant("bb"));
        assertThat(page("b", 2)).containsExactly("bb", "c");
        assertThat(page("cc", 2)).containsExactly("d");
    }

    @Test
    default void settingsAreNoTenants() {
        begin(tenant("a"), Fixtures.setting("clientinfo", "{}"), Fixtures.setting("z", "1"));
        begin(tenant("b"));
        assertThat(allPages(1)).containsExactly("a", "b");
    }

    @Test
    default void pagesSkipAndRepeatNoTenantWhileOthersComeAndGo() {
        var stable = IntStream.range(10, 30).mapToObj(n -> "tenant" + n).toList();
        stable.forEach(name -> begin(tenant(name)));
        var done = new AtomicBoolean();
        Supplier<Boolean> writer = () -> {
            for (int n = 0; !done.get(); n = (n + 7) % 40) {
                var passing = tenant("tenant" + n + "-passing");
                begin(passing);
                end(passing);
            }
            return true;
        };
        Supplier<Boolean> reader = () -> {
            try {
                for (int round = 0; round < Race.ROUNDS; round++) {
                    assertThat(allPages(3)).isSorted().doesNotHaveDuplicates().containsAll(stable);
                }
                return true;
            } finally {
                done.set(true);
            }
        };
        assertThat(Race.run(List.of(reader, writer))).containsOnly(true);
    }
}

package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Archive.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store owes {@link dev.tenantry.domain.port.out.Archive}. */
interface ArchiveContract extends StorageUnderTest {

    private List<Row<Setting>> settings(Life life) {
        return storage().archive().settings(life, Optional.empty(), 1000);
    }

    private static Row<Setting> row(Setting setting) {
        return new Row<>(setting.key().value(), Optional.of(setting));
    }

    private static Row<TenantRecord> row(TenantRecord record) {
        return new Row<>(record.id().value(), Optional.of(record));
    }

    private static <T> List<String> allPages(Function<Optional<String>, List<Row<T>>> pages, int limit) {
        var names = new ArrayList<String>();
        List<Row<T>> page;
        do {
            page = pages.apply(names.stream().reduce((first, second) -> second));
            assertThat(page)
                    .hasSizeLessThanOrEqualTo(limit)
                    .allMatch(row -> row.content().isPresent());
            page.forEach(row -> names.add(row.name()));
        } while (page.size() == limit);
        return names;
    }

    @Test
    default void archiveOfAnEmptyStoreIsEmpty() {
        assertThat(storage().archive().tenants(Optional.empty(), 10)).isEmpty();
        assertThat(settings(new Life(new TenantId("acme"), incarnation()))).isEmpty();
    }

    @Test
    default void archiveHasTheRecordsOfEveryStatus() {
        var records = Arrays.stream(TenantStatus.values())
                .map(status -> in(status, tenant(status.name())))
                .sorted(Comparator.comparing(TenantRecord::id))
                .toList();
        records.forEach(record -> begin(record, setting("a", "1")));
        assertThat(storage().archive().tenants(Optional.empty(), 10))
                .isEqualTo(records.stream().map(ArchiveContract::row).toList());
    }

    @Test
    default void archiveHasTheSettingsOfEveryStatus() {
        var settings = List.of(setting("a", "1.0"), setting("b", "\"\uD83D\uDE00\""));
        for (var status : TenantStatus.values()) {
            var life = begin(in(status, tenant(status.name())), settings.toArray(Setting[]::new));
            assertThat(settings(life))
                    .as("settings of a tenant that is %s", status)
                    .isEqualTo(settings.stream().map(ArchiveContract::row).toList());
        }
    }

    @Test
    default void archiveOfALifeThatTheRecordDoesNotNameIsEmpty() {
        var record = tenant("acme");
        var former = begin(record, setting("a", "1"));
        assertThat(settings(new Life(record.id(), incarnation()))).isEmpty();
        replace(record, reborn(record));
        assertThat(settings(former)).isEmpty();
    }

    @Test
    default void archiveOfATenantHoldsNoSettingsOfOthers() {
        var life = begin(tenant("acme"), setting("a", "1"));
        begin(tenant("acme2"), setting("b", "1"));
        begin(tenant("Acme"), setting("c", "1"));
        assertThat(settings(life)).containsExactly(row(setting("a", "1")));
    }

    @Test
    default void archivedSettingsAreInCodePointOrderHoweverLongThePagesAre() {
        var life = begin(
                in(TenantStatus.UNINSTALLED, tenant("acme")),
                Names.inOrder().stream()
                        .sorted()
                        .map(name -> setting(name, "1"))
                        .toArray(Setting[]::new));
        assertThat(List.of(1, 2, 7, Names.inOrder().size(), 1000))
                .allSatisfy(limit -> assertThat(ArchiveContract.<Setting>allPages(
                                after -> storage().archive().settings(life, after, limit), limit))
                        .isEqualTo(Names.inOrder()));
    }

    @Test
    default void archivedTenantsAreInCodePointOrderHoweverLongThePagesAre() {
        Names.inOrder().stream().sorted().forEach(name -> begin(tenant(name), setting("z", "1")));
        assertThat(List.of(1, 2, 7, Names.inOrder().size(), 1000))
                .allSatisfy(limit -> assertThat(ArchiveContract.<TenantRecord>allPages(
                                after -> storage().archive().tenants(after, limit), limit))
                        .isEqualTo(Names.inOrder()));
    }
}

package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Race;
import io.dropwizard.util.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way from a database that is not ours to one that is. */
interface PreparationContract {

    /** Returns the URL of an empty database, the same one all through a test. */
    String url();

    private Storage open(String table) {
        return new SqlStorageFactory(url(), "", "", false, table, Duration.seconds(20), new SqlPool()).open();
    }

    private static TenantRecord begin(Storage storage) {
        var record = tenant("acme");
        var first = new Commit(
                record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of(setting("a", "1.0")));
        assertThat(storage.installations().commit(first)).isTrue();
        return record;
    }

    @Test
    default void serversThatPrepareAtOnceDoEverythingOnce() {
        var servers = List.of(open(""), open(""), open(""), open(""));
        try {
            var done = Race.run(servers.size(), n -> servers.get(n).prepare()).stream()
                    .flatMap(Collection::stream)
                    .toList();
            assertThat(done).doesNotHaveDuplicates().contains("Created table AddonSettings.");
            assertThat(servers)
                    .allMatch(Storage::isPrepared)
                    .allMatch(server -> server.prepare().isEmpty());
            begin(servers.get(0));
        } finally {
            servers.forEach(Storage::close);
        }
    }

    @Test
    default void emptyDatabaseIsNotPrepared() {
        try (var storage = open("")) {
            assertThat(storage.isPrepared()).isFalse();
        }
    }

    @Test
    default void tableMayHaveAnotherName() {
        try (var storage = open("MySettings");
                var usual = open("")) {
            assertThat(storage.prepare()).contains("Created table MySettings.");
            assertThat(usual.isPrepared()).isFalse();
            usual.prepare();
            var record = begin(storage);
            storage.links().link(link("alias", "acme"));
            assertThat(storage.settings().page(record.life().orElseThrow(), Optional.empty(), 10))
                    .containsExactly(setting("a", "1.0"));
            assertThat(usual.installations().find(record.id())).isEmpty();
        }
    }

    @Test
    default void tableMayHaveTheLongestName() {
        var longest = "LongNamesGiveLongIndexes".repeat(2).substring(0, 40);
        try (var storage = open(longest)) {
            assertThat(storage.prepare()).contains("Created table " + longest + ".");
            assertThat(storage.isPrepared()).isTrue();
            assertThat(storage.prepare()).isEmpty();
        }
    }
}

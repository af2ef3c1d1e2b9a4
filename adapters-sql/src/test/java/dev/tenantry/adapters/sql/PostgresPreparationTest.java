package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Race;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresPreparationTest implements PreparationContract {

    private final String url = PostgresServer.newSchema();

    @Override
    public String url() {
        return url;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT column_name, data_type, character_maximum_length, is_nullable, column_default"
                        + " FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '%s'"
                        + " ORDER BY ordinal_position",
                "SELECT sequence_name, data_type, start_value, increment FROM information_schema.sequences"
                        + " WHERE sequence_schema = current_schema() AND sequence_name = '%s_id_seq'",
                "SELECT conname, contype FROM pg_constraint WHERE contype = 'p' AND conrelid = '\"%s\"'::regclass"
            })
    void tablesAreThoseOfAce(String question) {
        var ace = PostgresServer.newSchema();
        Raw.run(ace, "ace-postgres.sql");
        Config.prepared(url).close();
        for (var table : List.of("AddonSettings", "InstallationClientKeys")) {
            assertThat(Raw.query(url, question.formatted(table)))
                    .isNotEmpty()
                    .isEqualTo(Raw.query(ace, question.formatted(table)));
        }
    }

    @Test
    void serversThatPrepareADatabaseOfAceAtOnceMoveEachDuplicateOnce() {
        Raw.run(url, "ace-postgres.sql");
        var servers = List.of(
                Config.of(url).open(), Config.of(url).open(), Config.of(url).open());
        try {
            var done = Race.run(servers.size(), n -> servers.get(n).prepare()).stream()
                    .flatMap(Collection::stream)
                    .toList();
            assertThat(done)
                    .doesNotHaveDuplicates()
                    .filteredOn(one -> one.startsWith("Moved"))
                    .hasSize(56);
            assertThat(Raw.query(url, "SELECT count(*) FROM \"TenantryDuplicates\""))
                    .containsExactly("56");
        } finally {
            servers.forEach(Storage::close);
        }
    }

    @Test
    void jsonbIsRefusedAndNothingIsChanged() {
        Raw.run(url, "ace-postgres.sql");
        Raw.execute(url, "ALTER TABLE \"AddonSettings\" ALTER COLUMN val TYPE jsonb USING '{}'");
        try (var storage = Config.of(url).open()) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(storage::prepare)
                    .withMessageContaining("jsonb")
                    .withMessageContaining("AddonSettings");
            assertThat(storage.isPrepared()).isFalse();
        }
        assertThat(Raw.query(url, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
                .doesNotContain("TenantryDuplicates");
    }

    @Test
    void namesAreComparedByteByByteWhateverTheCollation() {
        var name = "VARCHAR(255) COLLATE folding";
        Raw.execute(
                url,
                "CREATE COLLATION folding (provider = icu, locale = 'und-u-ks-level1', deterministic = false)",
                "CREATE TABLE \"AddonSettings\" (id SERIAL PRIMARY KEY, \"clientKey\" %s, key %s, val JSON)"
                        .formatted(name, name),
                "INSERT INTO \"AddonSettings\" (\"clientKey\", key, val) VALUES ('acme', 'clientInfo', '{}'),"
                        + " ('ACME', 'clientInfo', '{}'), ('acme', 'a', '1'), ('acme', 'A', '2')");
        try (var storage = Config.of(url).open()) {
            assertThat(storage.prepare()).noneMatch(done -> done.startsWith("Moved"));
            assertThat(storage.installations().find(new TenantId("Acme"))).isEmpty();
            assertThat(storage.installations().page(Optional.empty(), 10))
                    .extracting(found -> found.id().value())
                    .containsExactly("ACME", "acme");
        }
    }
}

package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePreparationTest implements PreparationContract {

    private final Path folder;

    SqlitePreparationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    public String url() {
        return url("tenantry.db");
    }

    private String url(String file) {
        return "jdbc:sqlite:" + folder.resolve(file);
    }

    @Test
    void tablesAreThoseOfAce() {
        Raw.run(url("ace.db"), "ace-sqlite.sql");
        Config.prepared(url()).close();
        for (var table : new String[] {"AddonSettings", "InstallationClientKeys"}) {
            assertThat(Raw.query(url(), "PRAGMA table_info(" + table + ")"))
                    .isEqualTo(Raw.query(url("ace.db"), "PRAGMA table_info(" + table + ")"));
            assertThat(Raw.query(url(), "SELECT name FROM pragma_index_list('" + table + "')"))
                    .containsAll(Raw.query(url("ace.db"), "SELECT name FROM pragma_index_list('" + table + "')"));
        }
    }

    @Test
    void namesAreComparedByteByByteWhateverTheCollation() {
        Raw.execute(
                url(),
                "CREATE TABLE AddonSettings (id INTEGER PRIMARY KEY AUTOINCREMENT, clientKey VARCHAR(255) COLLATE NOCASE,"
                        + " key VARCHAR(255) COLLATE NOCASE, val JSON)",
                "INSERT INTO AddonSettings (clientKey, key, val) VALUES ('acme', 'clientInfo', '{}'),"
                        + " ('ACME', 'clientInfo', '{}'), ('acme', 'a', '1'), ('acme', 'A', '2')");
        try (var storage = Config.of(url()).open()) {
            assertThat(storage.prepare()).noneMatch(done -> done.startsWith("Moved"));
            assertThat(storage.installations().find(new TenantId("Acme"))).isEmpty();
            assertThat(storage.installations().page(Optional.empty(), 10))
                    .extracting(found -> found.id().value())
                    .containsExactly("ACME", "acme");
        }
    }

    /** A value is stored as UTF-8, and SQLite would read it in the encoding of the database. */
    @Test
    void databaseInAnotherEncodingIsRefused() {
        Raw.execute(url(), "PRAGMA encoding = 'UTF-16'", "CREATE TABLE other (id INTEGER)");
        try (var storage = Config.of(url()).open()) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(storage::prepare)
                    .withMessageContaining("UTF-16");
        }
    }
}

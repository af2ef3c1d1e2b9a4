package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.port.out.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of ACE on SQLite, where the type of the column has changed numbers already. */
class AceSqliteTest implements AceDatabaseContract {

    private static final Map<String, String> NUMBERS = Map.of(
            "onePointZero", "1",
            "tiny", "1.0e-07",
            "huge", "1.0e+300",
            "twentyThreeDigits", "1.2345678901234568e+22",
            "maxSafe", "9007199254740991",
            "negative", "-17");

    @TempDir
    private Path folder;

    private Storage storage;
    private List<String> report;

    @BeforeEach
    void open() {
        Raw.run(url(), "ace-sqlite.sql");
        storage = Config.of(url()).open();
        assertThat(storage.isPrepared()).isFalse();
        report = storage.prepare();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + folder.resolve("ace.db");
    }

    @Override
    public Map<String, String> numbers() {
        return NUMBERS;
    }

    @Test
    void preparationAddsWhatIsMissingAndSaysSo() {
        assertThat(report)
                .containsExactly(
                        "Created table TenantryDuplicates.",
                        "Added index tenantry_addon_settings_tenant_key to table AddonSettings.",
                        "Added index tenantry_addon_settings_key_tenant to table AddonSettings.",
                        "Added index tenantry_links_tenant to table InstallationClientKeys.",
                        "Added index tenantry_links_alias to table InstallationClientKeys.");
        assertThat(storage.isPrepared()).isTrue();
        assertThat(storage.prepare()).isEmpty();
    }

    @Test
    void idsGoOnWhereAceStopped() {
        storage.settings().put(new Life(ACME, Incarnation.LEGACY), setting("new", "1"), new Any(), 100);
        assertThat(Raw.query(url(), "SELECT id FROM AddonSettings WHERE key = 'new'"))
                .containsExactly("54");
    }

    @Test
    void valueIsABlobThatNoAffinityChanges() {
        storage.settings().put(new Life(ACME, Incarnation.LEGACY), setting("onePointZero", "1.0"), new Any(), 100);
        assertThat(Raw.query(
                        url(), "SELECT typeof(val), CAST(val AS TEXT) FROM AddonSettings WHERE key = 'onePointZero'"))
                .containsExactly("blob|1.0");
    }
}

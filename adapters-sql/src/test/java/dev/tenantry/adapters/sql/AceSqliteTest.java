package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition.Any;
import java.nio.file.Path;
import java.util.Map;
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

    private final Database database;

    AceSqliteTest(@TempDir Path folder) {
        database = Database.ofAce("jdbc:sqlite:" + folder.resolve("ace.db"), "ace-sqlite.sql");
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Map<String, String> numbers() {
        return NUMBERS;
    }

    @Test
    void preparationAddsWhatIsMissingAndSaysSo() {
        assertThat(database.report())
                .containsExactly(
                        "Created table TenantryDuplicates.",
                        "Created table TenantryKeys.",
                        "Added index tenantry_addon_settings_tenant_key to table AddonSettings.",
                        "Added index tenantry_addon_settings_key_tenant to table AddonSettings.",
                        "Added index tenantry_links_tenant to table InstallationClientKeys.",
                        "Added index tenantry_links_alias to table InstallationClientKeys.",
                        "Added index tenantry_keys_name to table TenantryKeys.");
        assertThat(storage().isPrepared()).isTrue();
        assertThat(storage().prepare()).isEmpty();
    }

    @Test
    void idsGoOnWhereAceStopped() {
        storage().settings().put(new Life(ACME, Incarnation.LEGACY), setting("new", "1"), new Any(), 100);
        assertThat(Raw.query(url(), "SELECT id FROM AddonSettings WHERE key = 'new'"))
                .containsExactly("54");
    }

    @Test
    void valueIsABlobThatNoAffinityChanges() {
        storage().settings().put(new Life(ACME, Incarnation.LEGACY), setting("onePointZero", "1.0"), new Any(), 100);
        assertThat(Raw.query(
                        url(), "SELECT typeof(val), CAST(val AS TEXT) FROM AddonSettings WHERE key = 'onePointZero'"))
                .containsExactly("blob|1.0");
    }
}

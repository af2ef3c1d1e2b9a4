package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database of ACE on PostgreSQL, with the duplicates that its races leave. */
class AcePostgresTest implements AceDatabaseContract {

    private static final TenantId RACE = new TenantId("race-8d1e2f3a-4b5c-4d6e-9f70-8a9b0c1d2e08");
    private static final TenantId PLAIN = new TenantId("plain-9e2f3a4b-5c6d-4e7f-8a81-9b0c1d2e3f09");

    private static final Map<String, String> NUMBERS = Map.of(
            "onePointZero", "1",
            "tiny", "1e-7",
            "huge", "1e+300",
            "twentyThreeDigits", "1.2345678901234568e+22",
            "maxSafe", "9007199254740991",
            "negative", "-17");

    private final Database database = Database.ofAce(PostgresServer.newSchema(), "ace-postgres.sql");

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Map<String, String> numbers() {
        return NUMBERS;
    }

    @Test
    void newestOfDuplicatesStays() {
        var installation = storage().installations().find(RACE).orElseThrow().installation();
        assertThat(installation.field(HostField.DESCRIPTION).orElseThrow()).contains("install number 4");
        var settings = storage().settings();
        assertThat(settings.find(new Life(RACE, Incarnation.LEGACY), new SettingKey("appSettings")))
                .contains(setting("appSettings", "{\"winner\":15}"));
        assertThat(settings.find(new Life(PLAIN, Incarnation.LEGACY), new SettingKey("raced")))
                .contains(setting("raced", "18"));
        var alias = new Alias("ari:cloud:ecosystem::installation/22222222-0000-4000-8000-0000000000ff");
        assertThat(storage().links().resolve(alias)).contains(PLAIN);
    }

    @Test
    void otherDuplicatesAreMovedAndReported() {
        assertThat(database.report())
                .filteredOn(done -> done.startsWith("Moved"))
                .hasSize(3 + 14 + 19 + 1 + 19);
        assertThat(database.report())
                .contains("Moved row 54 of table AddonSettings to TenantryDuplicates: row 57 has the same name,"
                        + " 'clientInfo' of tenant " + RACE + ", and is newer.")
                .noneMatch(done -> done.contains("secret"));
        assertThat(Raw.query(
                        url(),
                        "SELECT source, count(*), count(val) FROM \"TenantryDuplicates\" GROUP BY source ORDER BY 1"))
                .containsExactly("AddonSettings|36|36", "InstallationClientKeys|20|0");
        assertThat(storage().prepare()).isEmpty();
    }

    @Test
    void indexesOfAceStay() {
        assertThat(Raw.query(url(), "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"))
                .contains(
                        "addon_settings_client_key_key",
                        "installation_client_keys_client_key",
                        "installation_client_keys_installation_id",
                        "tenantry_addon_settings_tenant_key");
    }

    @Test
    void idsGoOnWhereAceStopped() {
        storage().settings().put(new Life(ACME, Incarnation.LEGACY), setting("new", "1"), new Any(), 100);
        assertThat(Raw.query(url(), "SELECT id FROM \"AddonSettings\" WHERE key = 'new'"))
                .containsExactly("95");
    }
}

package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.ForeignDatabase.Place;
import dev.tenantry.domain.testkit.CollectedTenants;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables that the Liquibase changes of atlassian-connect-spring-boot leave, one version after the other. */
class AcsbHostsTest {

    private static final String TABLE_OF_1_0 = "CREATE TABLE atlassian_host (client_key varchar(255) PRIMARY KEY,"
            + " public_key varchar(255), shared_secret varchar(255) NOT NULL, base_url varchar(255) NOT NULL,"
            + " product_type varchar(255), description varchar(255), service_entitlement_number varchar(255),"
            + " addon_installed boolean, created_date timestamp, last_modified_date timestamp,"
            + " created_by varchar(255), last_modified_by varchar(255))";

    private static final String HOST =
            "INSERT INTO atlassian_host (client_key, shared_secret, base_url, product_type, description,"
                    + " addon_installed, created_date, last_modified_date, created_by) VALUES ('%s', 'secret of %s',"
                    + " 'https://acme.atlassian.net', 'jira', 'a site', %s, '2024-01-02 03:04:05', '2024-07-01 12:00:00',"
                    + " 'somebody')";

    /** The versions that changed the tables, each with what it added. */
    private enum Generation {
        V1_0,
        V1_1,
        V3,
        V4_1,
        V6;

        private List<String> changes() {
            return switch (this) {
                case V1_0 -> List.of(TABLE_OF_1_0);
                case V1_1 -> List.of("ALTER TABLE atlassian_host ADD oauth_client_id varchar(255)");
                case V3 ->
                    Stream.of(
                                    "authentication smallint",
                                    "cloud_id varchar(255)",
                                    "entitlement_id varchar(255)",
                                    "entitlement_number varchar(255)",
                                    "display_url varchar(255)",
                                    "display_url_servicedesk_help_center varchar(255)")
                            .map(column -> "ALTER TABLE atlassian_host ADD " + column)
                            .toList();
                case V4_1 ->
                    List.of(
                            "ALTER TABLE atlassian_host ADD installation_id varchar(255)",
                            "CREATE TABLE atlassian_host_mapping (installation_id varchar(255) PRIMARY KEY, client_key"
                                    + " varchar(255) NOT NULL REFERENCES atlassian_host (client_key) ON DELETE CASCADE)");
                case V6 ->
                    List.of(
                            "ALTER TABLE atlassian_host ADD capability_set varchar(255)",
                            "CREATE TABLE forge_system_access_token (installation_id varchar(255) PRIMARY KEY,"
                                    + " api_base_url varchar(255) NOT NULL, access_token varchar(2048) NOT NULL,"
                                    + " expiration_time timestamp NOT NULL)");
            };
        }

        private String on(String url) {
            Arrays.stream(values())
                    .filter(generation -> generation.compareTo(this) <= 0)
                    .forEach(generation -> Raw.execute(url, generation.changes().toArray(String[]::new)));
            Raw.execute(url, HOST.formatted("acme", "acme", "true"), HOST.formatted("gone", "gone", "false"));
            return url;
        }
    }

    private static String h2() {
        return "jdbc:h2:mem:acsb-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    private static CollectedTenants read(String url, String zone) {
        return CollectedTenants.of(new SqlForeignDatabase().acsb(new Place(url, "", "", ""), ZoneId.of(zone)));
    }

    private static CollectedTenants read(String url) {
        return read(url, "UTC");
    }

    private static void assertHosts(CollectedTenants tenants) {
        assertThat(tenants.records()).hasSize(2);
        var acme = tenants.record("acme");
        assertThat(acme.lifecycle().status()).isEqualTo(TenantStatus.ENABLED);
        assertThat(acme.lifecycle().installedAt()).isEqualTo("2024-07-01T12:00:00Z");
        assertThat(acme.incarnation()).contains(Incarnation.LEGACY);
        assertThat(acme.secrets().current()).contains(new SharedSecret("secret of acme"));
        assertThat(acme.installation().baseUrl()).isEqualTo("https://acme.atlassian.net");
        assertThat(acme.installation().productType()).isEqualTo("jira");
        assertThat(acme.installation().field(HostField.DESCRIPTION)).contains("a site");
        var gone = tenants.record("gone");
        assertThat(gone.lifecycle().status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(gone.lifecycle().uninstalledAt()).contains(Instant.parse("2024-07-01T12:00:00Z"));
        assertThat(gone.lifecycle().installedAt()).isEqualTo("2024-01-02T03:04:05Z");
        assertThat(gone.incarnation()).isEmpty();
        assertThat(gone.secrets().current()).isEmpty();
        assertThat(gone.secrets().retired()).contains(new SharedSecret("secret of gone"));
        assertThat(tenants.remarks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hostsOfEveryGenerationAreTenantsOnH2(Generation generation) {
        assertHosts(read(generation.on(h2())));
    }

    @ParameterizedTest
    @EnumSource
    void hostsOfEveryGenerationAreTenantsOnPostgres(Generation generation) {
        assertHosts(read(generation.on(PostgresServer.newSchema())));
    }

    @Test
    void whatLaterGenerationsKnowIsCarried() {
        var url = Generation.V6.on(h2());
        Raw.execute(
                url,
                "UPDATE atlassian_host SET authentication = 1, cloud_id = 'cloud', installation_id = 'ari:1',"
                        + " capability_set = 'capabilityStandard', oauth_client_id = 'client' WHERE client_key = 'acme'",
                "INSERT INTO atlassian_host_mapping VALUES ('ari:1', 'acme'), ('ari:2', 'acme')",
                "INSERT INTO forge_system_access_token VALUES ('ari:1', 'https://a', 'hush', now())");
        var tenants = read(url);
        var installation = tenants.record("acme").installation();
        assertThat(installation.field(HostField.AUTHENTICATION)).contains("oauth2");
        assertThat(installation.field(HostField.CLOUD_ID)).contains("cloud");
        assertThat(installation.field(HostField.OAUTH_CLIENT_ID)).contains("client");
        assertThat(installation.unknown()).containsEntry("capabilitySet", new JsonText("\"capabilityStandard\""));
        assertThat(tenants.links("acme"))
                .extracting(Link::alias)
                .containsExactly(new Alias("ari:1"), new Alias("ari:2"));
        assertThat(tenants.remarks()).containsExactly("CACHED_TOKEN ari:1");
    }

    @Test
    void cloudIdOfATenantWithoutOAuthIsStaleAndLeftOut() {
        var url = Generation.V3.on(h2());
        Raw.execute(url, "UPDATE atlassian_host SET authentication = 0, cloud_id = 'stale'");
        var installation = read(url).record("acme").installation();
        assertThat(installation.field(HostField.AUTHENTICATION)).contains("jwt");
        assertThat(installation.field(HostField.CLOUD_ID)).isEmpty();
    }

    @Test
    void timesAreReadInTheZoneOfTheServer() {
        assertThat(read(Generation.V1_0.on(h2()), "Europe/Berlin")
                        .record("acme")
                        .lifecycle()
                        .installedAt())
                .isEqualTo("2024-07-01T10:00:00Z");
    }

    @Test
    void timeInTheFutureIsTakenForNow() {
        var url = Generation.V1_0.on(h2());
        Raw.execute(url, "UPDATE atlassian_host SET last_modified_date = '2999-01-01 00:00:00'");
        assertThat(read(url).record("acme").lifecycle().installedAt()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void hostThatCannotBeATenantStopsNoOther() {
        var url = Generation.V1_0.on(h2());
        Raw.execute(
                url,
                HOST.formatted("a\tb", "tab", "true"),
                "UPDATE atlassian_host SET shared_secret = '' WHERE client_key = 'acme'");
        var tenants = read(url);
        assertThat(tenants.records()).hasSize(2);
        assertThat(tenants.remarks())
                .containsExactlyInAnyOrder(
                        "TENANT tenant a\tb: clientKey must not contain control characters or lone surrogates",
                        "NO_SECRET tenant acme");
    }

    @Test
    void manyHostsAreReadPageByPage() {
        var url = h2();
        Raw.execute(
                url,
                TABLE_OF_1_0,
                "INSERT INTO atlassian_host (client_key, shared_secret, base_url)"
                        + " SELECT 'tenant-' || x, 'secret', 'https://a' FROM SYSTEM_RANGE(1, 1201)");
        assertThat(read(url).records()).hasSize(1201);
    }

    @Test
    void databaseWithoutHostsIsRefused() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> read(PostgresServer.newSchema()))
                .withMessage("there is no atlassian_host of atlassian-connect-spring-boot's");
    }
}

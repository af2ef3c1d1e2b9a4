package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A database that atlassian-connect-express 11.5.3 made is opened in place. */
interface AceDatabaseContract extends OnDatabase {

    TenantId ACME = new TenantId("jira:4c1f6a52-0d3e-4a58-9a47-6f0e5d1b7c01");
    TenantId LOWER = new TenantId("b7d0c9e2-51aa-4f6e-8c3d-2e9f7a60d1bc");
    TenantId UPPER = new TenantId("B7D0C9E2-51AA-4F6E-8C3D-2E9F7A60D1BC");
    TenantId GLOBEX = new TenantId("0f3c5a1e-6d2b-4b8f-9e70-1c4d8a2f5e04");
    TenantId HOOLI = new TenantId("unknown:7710982345605");
    TenantId DOCS = new TenantId("Confluence:1289456720331");
    TenantId BUCKET = new TenantId("ari:cloud:bitbucket::app/{33333333-0000-4000-8000-00000000000b}/dev.tenantry.app");
    TenantId VANDELAY = new TenantId("6a9b2f10-3c4d-4e5f-8a6b-7c8d9e0f1a06");

    Alias GLOBEX_ALIAS = new Alias("ari:cloud:ecosystem::installation/22222222-0000-4000-8000-000000000004");

    /** Returns the text of some numbers as ACE and the database left it, by their keys. */
    Map<String, String> numbers();

    private TenantRecord find(TenantId tenant) {
        return storage().installations().find(tenant).orElseThrow();
    }

    private String value(TenantId tenant, String key) {
        var life = new Life(tenant, Incarnation.LEGACY);
        return storage()
                .settings()
                .find(life, new SettingKey(key))
                .orElseThrow()
                .value()
                .text();
    }

    private List<String> rows(TenantId tenant, String columns) {
        return Raw.query(
                url(),
                "SELECT %s FROM \"AddonSettings\" WHERE \"clientKey\" = '%s' ORDER BY \"id\""
                        .formatted(columns, tenant));
    }

    @Test
    default void everyTenantOfAceIsATenant() {
        assertThat(storage().installations().page(Optional.empty(), 100))
                .extracting(TenantRecord::id)
                .contains(ACME, LOWER, UPPER, GLOBEX, HOOLI, DOCS, BUCKET)
                .doesNotContain(VANDELAY);
    }

    @Test
    default void tenantThatCannotBeReadIsLeftOutOfThePagesWithAWarning() {
        Raw.execute(
                url(),
                "UPDATE \"AddonSettings\" SET \"val\" = '{\"sharedSecret\":\"hidden\",\"tenantry\":1}'"
                        + " WHERE \"clientKey\" = '" + LOWER + "' AND \"key\" = 'clientInfo'");
        try (var warnings = new Warnings(JdbiInstallations.class)) {
            assertThat(storage().installations().page(Optional.empty(), 100))
                    .extracting(TenantRecord::id)
                    .contains(ACME, UPPER, GLOBEX, HOOLI, DOCS, BUCKET)
                    .doesNotContain(LOWER);
            assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN ")
                    .contains(LOWER.value())
                    .doesNotContain("hidden");
        }
        assertThat(storage().installations().page(Optional.of(HOOLI), 1)).isEmpty();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> storage().installations().find(LOWER))
                .withMessageContaining(LOWER.value());
    }

    @Test
    default void tenantOfAceIsEnabledInTheLegacyIncarnation() {
        var record = find(ACME);
        assertThat(record.lifecycle()).isEqualTo(Lifecycle.legacy());
        assertThat(record.incarnation()).contains(Incarnation.LEGACY);
        assertThat(record.secrets().previous()).isEmpty();
    }

    @Test
    default void installationSaysWhatTheHostSaid() {
        var installation = find(ACME).installation();
        assertThat(find(ACME).secrets().current())
                .contains(new SharedSecret("secret-of-acme-000000000000000000000000000000000"));
        assertThat(installation.appKey()).isEqualTo("dev.tenantry.app");
        assertThat(installation.baseUrl()).isEqualTo("https://acme.atlassian.net");
        assertThat(installation.field(HostField.DISPLAY_URL)).contains("https://issues.acme.example");
        assertThat(installation.unknown())
                .containsEntry("unknownFutureField", new JsonText("{\"nested\":[\"kept\",1.5,null]}"));
        assertThat(find(DOCS).installation().baseUrl()).isEqualTo("https://acme-docs.atlassian.net/wiki");
        assertThat(find(BUCKET).installation().unknown())
                .containsKey("consumer")
                .containsEntry(
                        "principal",
                        new JsonText("{\"type\":\"team\",\"uuid\":\"{33333333-0000-4000-8000-00000000000b}\"}"))
                .doesNotContainKey("user");
    }

    @Test
    default void tenantsThatDifferInCaseAreTwo() {
        assertThat(value(LOWER, "appSettings")).isEqualTo("{\"owner\":\"lower case\"}");
        assertThat(value(UPPER, "appSettings")).isEqualTo("{\"owner\":\"UPPER CASE\"}");
        assertThat(find(LOWER).installation().baseUrl()).isEqualTo("https://initech.atlassian.net");
        assertThat(find(UPPER).installation().baseUrl()).isEqualTo("https://umbrella.atlassian.net");
    }

    @Test
    default void valuesAreWhatAceStored() {
        numbers().forEach((key, text) -> assertThat(value(ACME, key)).as(key).isEqualTo(text));
        assertThat(value(ACME, "appSettings"))
                .isEqualTo("{\"settings1\":\"settings1 value\",\"z\":1,\"a\":{\"b\":[true,false,null,1.5]},"
                        + "\"list\":[{\"id\":0,\"name\":\"item 0\"}]}");
        assertThat(value(ACME, "yes")).isEqualTo("true");
        assertThat(value(ACME, "looksLikeNumber")).isEqualTo("\"123\"");
        assertThat(value(ACME, "escapedNul")).isEqualTo("\"\\u0000\"");
        assertThat(value(ACME, "AppSettings")).contains("case");
        assertThat(value(ACME, "appSettings ")).contains("trailing blank");
        assertThat(value(ACME, "schlüssel-漢字-🔑")).contains("unicode key");
        assertThat(value(ACME, "k".repeat(255))).contains("longest key");
        assertThat(value(ACME, "unicode")).contains("ß ñ 漢字", "😀");
    }

    @Test
    default void onlySettingsAreShown() {
        var keys = storage().settings().page(new Life(ACME, Incarnation.LEGACY), Optional.empty(), 1000);
        assertThat(keys).hasSize(34).extracting(found -> found.key().value()).doesNotContain("nothing", "clientInfo");
        assertThat(keys).noneMatch(found -> found.key().value().startsWith("bearer:"));
    }

    @Test
    default void linkOfAceIsALink() {
        assertThat(storage().links().resolve(GLOBEX_ALIAS)).contains(GLOBEX);
        assertThat(storage().links().list(GLOBEX))
                .containsExactly(new Link(GLOBEX_ALIAS, GLOBEX, Provenance.ACE, Instant.EPOCH));
    }

    @Test
    default void linkOfAceCanBeRenewedAndEnded() {
        var renewed = link(GLOBEX_ALIAS.value(), GLOBEX.value());
        assertThat(storage().links().link(renewed)).contains(GLOBEX);
        assertThat(storage().links().list(GLOBEX)).containsExactly(renewed);
        assertThat(find(GLOBEX).lifecycle()).isEqualTo(Lifecycle.legacy());
        assertThat(value(GLOBEX, "appSettings")).contains("linked");
        assertThat(storage().links().unlink(renewed)).isTrue();
        assertThat(storage().links().resolve(GLOBEX_ALIAS)).isEmpty();
    }

    @Test
    default void settingIsReplacedInItsRow() {
        var before = rows(HOOLI, "\"id\", \"key\"");
        var life = new Life(HOOLI, Incarnation.LEGACY);
        assertThat(storage().settings().put(life, setting("appSettings", "{\"n\": 1.0}"), new Any(), 10))
                .isEqualTo(PutOutcome.REPLACED);
        assertThat(value(HOOLI, "appSettings")).isEqualTo("{\"n\": 1.0}");
        assertThat(rows(HOOLI, "\"id\", \"key\"")).isEqualTo(before);
    }

    @Test
    default void uninstalledTenantIsOneThatAceRefuses() {
        var record = find(ACME);
        var ended = record.with(record.lifecycle().uninstalled(Instant.EPOCH))
                .with(record.secrets().retire())
                .withoutSettings();
        assertThat(storage().installations().commit(Commit.replace(record, ended)))
                .isTrue();
        assertThat(storage().installations().find(ACME)).contains(ended);
        assertThat(rows(ACME, "\"key\"")).containsExactly("clientInfo", "null");
        assertThat(Json.members(rows(ACME, "CAST(\"val\" AS TEXT)").get(0)))
                .doesNotContainKey("sharedSecret")
                .containsEntry("clientKey", "\"" + ACME + "\"");
    }

    @Test
    default void settingsThatAceLeftBehindAreNotThoseOfTheNextInstallation() {
        assertThat(rows(VANDELAY, "\"key\"")).containsExactly("appSettings");
        var record = tenant(VANDELAY.value());
        assertThat(storage().settings().page(begin(record), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    default void rowsWithoutNamesAreLeftAlone() {
        assertThat(Raw.query(url(), "SELECT \"key\" FROM \"AddonSettings\" WHERE \"clientKey\" IS NULL"))
                .containsExactly("orphan");
        assertThat(rows(ACME, "\"key\"")).contains("null");
    }
}

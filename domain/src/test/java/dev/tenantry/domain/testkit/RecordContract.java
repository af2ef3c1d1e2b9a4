package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.INSTALLED_AT;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static dev.tenantry.domain.testkit.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.Region;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A record comes back equal, whatever it holds. */
interface RecordContract extends StorageUnderTest {

    private void assertComesBack(TenantRecord record) {
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage().installations().commit(first)).isTrue();
        assertThat(storage().installations().find(record.id())).contains(record);
    }

    @Test
    default void unknownTenantHasNoRecord() {
        assertThat(storage().installations().find(new TenantId("nobody"))).isEmpty();
    }

    @Test
    default void recordComesBackEqual() {
        assertComesBack(tenant("acme"));
    }

    @Test
    default void barestRecordComesBackEqual() {
        assertComesBack(new TenantRecord(
                new TenantId("bare"),
                new Installation("", "", "", Map.of(), Map.of()),
                Secrets.starting(Optional.empty()),
                Lifecycle.starting(INSTALLED_AT),
                Optional.empty(),
                Map.of()));
    }

    @Test
    default void everyStatusComesBack() {
        for (var status : TenantStatus.values()) {
            assertComesBack(Fixtures.in(status, tenant(status.name())));
        }
    }

    @Test
    default void instantsComeBackToTheMillisecond() {
        assertComesBack(tenant("exact")
                .with(new Lifecycle(
                        TenantStatus.ENABLED,
                        Instant.EPOCH,
                        Optional.of(Instant.parse("2026-03-29T01:30:00.001Z")),
                        Optional.of(Instant.parse("2099-12-31T23:59:59.999Z")),
                        Map.of())));
    }

    @Test
    default void whatForgeInstallationsShowedComesBack() {
        var lifecycle = tenant("forge")
                .lifecycle()
                .onForge(new Alias("ari:cloud:ecosystem::installation/1"), presence(true, "4.0.0-beta 1"))
                .onForge(new Alias("{odd}: \u20ac \""), presence(true, ""))
                .leftByForge(new Alias("ari:cloud:ecosystem::installation/2"), presence(false, ""));
        assertComesBack(tenant("forge").with(lifecycle));
    }

    @Test
    default void everyStepOfAMigrationComesBack() {
        for (var step : Step.values()) {
            assertComesBack(Fixtures.migrating(step, tenant("migrating " + step)));
        }
        var named = Migration.scheduled(new MigrationId("id:{odd}%\"'\\"), Region.GLOBAL, Instant.EPOCH);
        assertComesBack(tenant("named").with(tenant("named").lifecycle().migrating(named)));
    }

    /** Kept by those who seal it; a store must not lose it. */
    @Test
    default void tokenOfAForgeInstallationComesBack() {
        var reachable = presence(true, " 4 beta").with(Optional.of(new SystemToken("a.b-c_d~e+f/g==")));
        var made = tenant("reachable");
        assertComesBack(made.with(made.lifecycle().onForge(new Alias("ari:1"), reachable)));
    }

    private static ForgePresence presence(boolean present, String version) {
        return new ForgePresence(present, INSTALLED_AT, version);
    }

    @Test
    default void legacyLifecycleAndIncarnationComeBack() {
        var made = tenant("legacy");
        assertComesBack(new TenantRecord(
                made.id(),
                made.installation(),
                made.secrets(),
                Lifecycle.legacy(),
                Optional.of(Incarnation.LEGACY),
                Map.of()));
    }

    @Test
    default void everyKnownFieldComesBack() {
        var fields = new EnumMap<HostField, String>(HostField.class);
        for (var field : HostField.values()) {
            fields.put(field, "\"" + field + "\" \\ ' é 😀 \n\t\u0000");
        }
        assertComesBack(
                with(new Installation("key 'é'", "jira", "https://a.example", fields, Map.of()), tenant("fields")));
    }

    @Test
    default void emptyFieldIsNotAnAbsentOne() {
        var fields = Map.of(HostField.DESCRIPTION, "", HostField.EVENT_TYPE, " ");
        assertComesBack(with(new Installation("a", "jira", "https://a.example", fields, Map.of()), tenant("empty")));
    }

    @Test
    default void unknownMembersComeBackVerbatimAndInOrder() {
        var unknown = new LinkedHashMap<String, JsonText>();
        unknown.put("z.new $member", new JsonText("{ \"b\": 1.0, \"a\": [1 , 1e3, 12345678901234567890123] }"));
        unknown.put("", new JsonText("null"));
        unknown.put("a\"é😀", new JsonText("\"\\u0000\\/ 😀\""));
        unknown.put("Capabilities", new JsonText("{}"));
        var installation = new Installation("a", "jira", "https://a.example", Map.of(), unknown);
        assertComesBack(with(installation, tenant("unknown")));
        var stored = storage().installations().find(new TenantId("unknown")).orElseThrow();
        assertThat(stored.installation().unknown().keySet()).containsExactlyElementsOf(unknown.keySet());
    }

    @Test
    default void knownMemberThatCameWithoutBeingTextComesBackVerbatim() {
        var unknown = Map.of("cloudId", new JsonText("5.0"), "description", new JsonText("null"));
        assertComesBack(with(new Installation("a", "jira", "https://a.example", Map.of(), unknown), tenant("odd")));
    }

    @Test
    default void secretsComeBackInEveryState() {
        var secret = Optional.of(new SharedSecret("s é😀\"'\\ \u0000".repeat(40)));
        var previous = Optional.of(new Previous(
                new SharedSecret(" before "), INSTALLED_AT.plusMillis(1), INSTALLED_AT.plusMillis(600_002)));
        assertComesBack(tenant("none").with(Secrets.starting(Optional.empty())));
        assertComesBack(tenant("current").with(Secrets.starting(secret)));
        assertComesBack(tenant("rotated").with(new Secrets(secret, previous, Optional.empty())));
        assertComesBack(tenant("oauth").with(new Secrets(Optional.empty(), previous, Optional.empty())));
        assertComesBack(tenant("retired").with(new Secrets(Optional.empty(), Optional.empty(), secret)));
    }

    @Test
    default void memoryOfSeedsComesBack() {
        assertComesBack(Fixtures.reborn(
                tenant("seeded"), setting("appSettings", "{}"), setting("a.b $c", "1.0"), setting("é😀", "null")));
    }
}

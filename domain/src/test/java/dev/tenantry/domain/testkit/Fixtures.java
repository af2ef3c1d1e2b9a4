package dev.tenantry.domain.testkit;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.Region;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Valid objects of the domain: vary the one thing that the test is about. */
public final class Fixtures {

    /** When tenants of the fixtures were installed, to the millisecond. */
    public static final Instant INSTALLED_AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Fixtures() {}

    /** Returns what a Jira site says about itself. */
    public static Installation installation(String tenant) {
        return new Installation(
                "dev.tenantry.app",
                "jira",
                "https://example.atlassian.net",
                Map.of(HostField.DESCRIPTION, "Site of " + tenant, HostField.SERVER_VERSION, "100287"),
                Map.of());
    }

    /** Returns the record of a tenant that is installed, with a new incarnation at each call. */
    public static TenantRecord tenant(String id) {
        return new TenantRecord(
                new TenantId(id),
                installation(id),
                Secrets.starting(Optional.of(new SharedSecret("secret of " + id))),
                Lifecycle.starting(INSTALLED_AT),
                Optional.of(incarnation()),
                Map.of());
    }

    /** Returns the same record in another status. */
    public static TenantRecord in(TenantStatus status, TenantRecord record) {
        var lifecycle = record.lifecycle();
        return record.with(new Lifecycle(
                status,
                lifecycle.installedAt(),
                lifecycle.toggledAt(),
                Optional.of(INSTALLED_AT.plusSeconds(60)),
                lifecycle.forge(),
                lifecycle.migration()));
    }

    /** Returns the same record at a step of a migration to the European Union. */
    public static TenantRecord migrating(Step step, TenantRecord record) {
        var migration = Migration.scheduled(new MigrationId("57500"), Region.EU, INSTALLED_AT.plusSeconds(3600));
        return record.with(record.lifecycle().migrating(migration.at(step)));
    }

    /** Returns the same record with other words about the site. */
    public static TenantRecord with(Installation installation, TenantRecord record) {
        return new TenantRecord(
                record.id(), installation, record.secrets(), record.lifecycle(), record.incarnation(), record.seeds());
    }

    /** Returns the same record in another life, with the memory of these seeds. */
    public static TenantRecord reborn(TenantRecord record, Setting... seeds) {
        var memory = Stream.of(seeds).collect(Collectors.toMap(Setting::key, Setting::etag));
        return new TenantRecord(
                record.id(),
                record.installation(),
                record.secrets(),
                record.lifecycle(),
                Optional.of(incarnation()),
                memory);
    }

    /** Returns an incarnation that was never used. */
    public static Incarnation incarnation() {
        return Incarnation.mint(INSTALLED_AT, RANDOM);
    }

    /** Returns a setting of this name with this JSON text. */
    public static Setting setting(String key, String json) {
        return new Setting(new SettingKey(key), new JsonText(json));
    }

    /** Returns a link that a signed callback made. */
    public static Link link(String alias, String tenant) {
        return new Link(new Alias(alias), new TenantId(tenant), Link.Provenance.INSTALLED, INSTALLED_AT);
    }
}

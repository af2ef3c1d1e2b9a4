package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.INSTALLED_AT;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static dev.tenantry.domain.testkit.Fixtures.with;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Migration.Step;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One record, and others that differ from it in one thing each. */
final class RecordVariants {

    static final TenantRecord ORIGINAL = tenant("acme");

    private static final Map<HostField, String> FIELDS = ORIGINAL.installation().fields();

    private RecordVariants() {}

    static List<TenantRecord> all() {
        var rotated = new Previous(new SharedSecret("before"), INSTALLED_AT, INSTALLED_AT.plusSeconds(600));
        var current = ORIGINAL.secrets().current();
        return List.of(
                with(said("other.app", "https://example.atlassian.net", FIELDS, Map.of()), ORIGINAL),
                with(said("dev.tenantry.app", "https://EXAMPLE.atlassian.net", FIELDS, Map.of()), ORIGINAL),
                with(said("dev.tenantry.app", "https://example.atlassian.net", Map.of(), Map.of()), ORIGINAL),
                with(said("dev.tenantry.app", "https://example.atlassian.net", FIELDS, unknown()), ORIGINAL),
                ORIGINAL.with(Secrets.starting(Optional.of(new SharedSecret("SECRET of acme")))),
                ORIGINAL.with(new Secrets(current, Optional.of(rotated), Optional.empty())),
                ORIGINAL.with(new Secrets(Optional.empty(), Optional.empty(), current)),
                ORIGINAL.with(Lifecycle.starting(INSTALLED_AT.plusMillis(1))),
                ORIGINAL.with(ORIGINAL.lifecycle().enabled(INSTALLED_AT)),
                ORIGINAL.with(ORIGINAL.lifecycle().disabled(INSTALLED_AT)),
                ORIGINAL.with(
                        ORIGINAL.lifecycle().onForge(new Alias("ari"), new ForgePresence(true, INSTALLED_AT, ""))),
                ORIGINAL.with(ORIGINAL.lifecycle().onForge(new Alias("ari"), reachable())),
                Fixtures.in(TenantStatus.INSTALLED, ORIGINAL),
                Fixtures.migrating(Step.SCHEDULED, ORIGINAL),
                Fixtures.migrating(Step.COPYING, ORIGINAL),
                Fixtures.migrating(Step.HANDING_OVER, ORIGINAL),
                ORIGINAL.withoutSettings(),
                reborn(ORIGINAL),
                seeded());
    }

    private static ForgePresence reachable() {
        return new ForgePresence(true, INSTALLED_AT, "", Optional.of(new SystemToken("a.b-c_d~e+f/g==")));
    }

    private static Installation said(
            String appKey, String baseUrl, Map<HostField, String> fields, Map<String, JsonText> unknown) {
        return new Installation(appKey, "jira", baseUrl, fields, unknown);
    }

    private static Map<String, JsonText> unknown() {
        return Map.of("new", new JsonText("1"));
    }

    private static TenantRecord seeded() {
        var seed = setting("a", "1");
        return new TenantRecord(
                ORIGINAL.id(),
                ORIGINAL.installation(),
                ORIGINAL.secrets(),
                ORIGINAL.lifecycle(),
                ORIGINAL.incarnation(),
                Map.of(seed.key(), seed.etag()));
    }
}

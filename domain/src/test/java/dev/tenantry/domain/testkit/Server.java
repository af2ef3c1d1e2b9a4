package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.INSTALLED_AT;
import static dev.tenantry.domain.testkit.Fixtures.setting;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.port.in.PurgeTenants;
import dev.tenantry.domain.port.in.UseSettings;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LifecyclePolicy;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.LifecycleRules;
import dev.tenantry.domain.service.LifecycleService;
import dev.tenantry.domain.service.PurgeService;
import dev.tenantry.domain.service.SettingsPolicy;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import dev.tenantry.domain.service.SettingsService;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The domain's services on a store, as the app wires them, with the host's callbacks as they come in. A hundred days have
 * passed since the first of them, so that whoever uninstalled is due for the purge.
 */
final class Server {

    /** The tenant of tests that need one only. */
    static final TenantId ACME = new TenantId("acme");

    /** What each new life is given, in the order of its keys. */
    static final List<Setting> DEFAULTS = List.of(setting("appSettings", "{\"a\":1.0}"), setting("b", "null"));

    static final Instant NOW = INSTALLED_AT.plus(Duration.ofDays(100));

    /** The second of an event whose retention has not ended now. */
    static final int RECENTLY = Math.toIntExact(Duration.ofDays(50).toSeconds());

    private static final Duration RETENTION = Duration.ofDays(60);

    private final Storage storage;
    private final LifecycleService lifecycle;
    private final PurgeService purge;
    private final SettingsService settings;

    Server(Storage storage, OnUninstall onUninstall, Clock clock) {
        var policy = new LifecyclePolicy(onUninstall, RETENTION, Duration.ofMinutes(10), DEFAULTS);
        var rules = new LifecycleRules(policy, clock, new SecureRandom());
        this.storage = storage;
        this.lifecycle = new LifecycleService(storage, rules, List.of(), clock);
        this.purge = new PurgeService(storage, RETENTION, clock);
        this.settings = new SettingsService(storage.settings(), new SettingsPolicy(Writers.APP, 262_144, 1000));
    }

    /**
     * Returns what the host names in the tenant's {@code installed}: no Forge installation, for which settings would wait
     * after an uninstall.
     */
    static Alias aliasOf(TenantId tenant) {
        return new Alias("ari:cloud:ecosystem::elsewhere/" + tenant);
    }

    LifecycleOutcome installed(TenantId tenant, int second) {
        return installed(tenant, second, "secret");
    }

    LifecycleOutcome installed(TenantId tenant, int second, String secret) {
        return installed(
                tenant,
                second,
                secret,
                Map.of(HostField.INSTALLATION_ID, aliasOf(tenant).value()));
    }

    /** The host leaves the Forge installation out of some later calls. */
    LifecycleOutcome installedWithoutAlias(TenantId tenant, int second) {
        return installed(tenant, second, "secret", Map.of());
    }

    private LifecycleOutcome installed(TenantId tenant, int second, String secret, Map<HostField, String> fields) {
        var installation =
                new Installation("dev.tenantry.app", "jira", "https://example.atlassian.net", fields, Map.of());
        return lifecycle.apply(new LifecycleEvent.Installed(
                callback(tenant, second), installation, Optional.of(new SharedSecret(secret))));
    }

    LifecycleOutcome enabled(TenantId tenant, int second) {
        return lifecycle.apply(new LifecycleEvent.Enabled(callback(tenant, second)));
    }

    LifecycleOutcome disabled(TenantId tenant, int second) {
        return lifecycle.apply(new LifecycleEvent.Disabled(callback(tenant, second)));
    }

    LifecycleOutcome uninstalled(TenantId tenant, int second) {
        return lifecycle.apply(new LifecycleEvent.Uninstalled(callback(tenant, second)));
    }

    PurgeTenants.Result purge() {
        return purge.purge();
    }

    UseSettings settings() {
        return settings;
    }

    /** Returns what a request of the app itself, authenticated now, may act on. */
    Access access(TenantId tenant) {
        var life = storage.installations().find(tenant).flatMap(TenantRecord::life);
        return new Access(life.orElseThrow(), new Caller.AppItself());
    }

    List<Setting> settingsOf(TenantId tenant) {
        return settings.page(access(tenant), Optional.empty(), 1000).stream()
                .map(view -> new Setting(view.key(), view.value()))
                .toList();
    }

    private static Callback callback(TenantId tenant, int second) {
        return new Callback(tenant, INSTALLED_AT.plusSeconds(second), new Proof.InstallKey());
    }
}

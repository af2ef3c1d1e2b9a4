package dev.tenantry.domain.service;

import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host that calls the lifecycle of one tenant, "acme". Seconds count from {@link #START}. */
final class Host {

    static final TenantId ACME = new TenantId("acme");
    static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    static final Duration GRACE = Duration.ofMinutes(10);

    static final LifecyclePolicy KEEPING =
            new LifecyclePolicy(OnUninstall.RETAIN, Duration.ofDays(60), GRACE, List.of());

    final Storage storage;
    final TestClock clock = TestClock.at(START);
    final List<LifecycleListener> listeners = new ArrayList<>();
    private LifecyclePolicy policy;

    Host(OnUninstall onUninstall, Setting... defaults) {
        this(new InMemoryStorage(), onUninstall, defaults);
    }

    Host(Storage storage, OnUninstall onUninstall, Setting... defaults) {
        this.storage = storage;
        this.policy = new LifecyclePolicy(onUninstall, Duration.ofDays(60), GRACE, List.of(defaults));
    }

    static Instant at(long second) {
        return START.plusSeconds(second);
    }

    /** The operator changes the configuration and starts the server again. */
    void configure(Duration grace, Setting... defaults) {
        this.policy = new LifecyclePolicy(policy.onUninstall(), policy.retention(), grace, List.of(defaults));
    }

    LifecycleOutcome installed(long second) {
        return installed(second, "secret");
    }

    LifecycleOutcome installed(long second, String secret) {
        return installed(second, secret, Map.of(HostField.DESCRIPTION, "said at " + second));
    }

    LifecycleOutcome installed(long second, String secret, Map<HostField, String> fields) {
        return apply(installation(second, secret, fields));
    }

    /** Returns the event of an install that nobody has applied yet. */
    LifecycleEvent installation(long second) {
        return installation(second, "secret", Map.of());
    }

    private LifecycleEvent installation(long second, String secret, Map<HostField, String> fields) {
        var installation = new Installation("app", "jira", "https://acme.atlassian.net", fields, Map.of());
        var offered = Optional.of(secret).filter(text -> !text.isEmpty()).map(SharedSecret::new);
        return new LifecycleEvent.Installed(callback(second), installation, offered);
    }

    LifecycleOutcome uninstalled(long second) {
        return apply(new LifecycleEvent.Uninstalled(callback(second)));
    }

    LifecycleOutcome enabled(long second) {
        return apply(new LifecycleEvent.Enabled(callback(second)));
    }

    LifecycleOutcome disabled(long second) {
        return apply(new LifecycleEvent.Disabled(callback(second)));
    }

    LifecycleOutcome apply(LifecycleEvent event) {
        var rules = new LifecycleRules(policy, clock, new SecureRandom());
        return new LifecycleService(storage, rules, listeners, clock).apply(event);
    }

    TenantRecord record() {
        return storage.installations().find(ACME).orElseThrow();
    }

    Life life() {
        return record().life().orElseThrow();
    }

    List<Setting> settings() {
        return storage.settings().page(life(), Optional.empty(), 100);
    }

    static Callback callback(long second) {
        return new Callback(ACME, at(second), new Proof.InstallKey());
    }
}

package dev.tenantry.domain.residency;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Region;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.MigrationOrder;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LifecyclePolicy;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.LifecycleRules;
import dev.tenantry.domain.service.LifecycleService;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** A tenant "acme" of one region, and another region to which it may go. Seconds count from {@link #START}. */
final class Journey {

    static final TenantId ACME = new TenantId("acme");
    static final MigrationId ID = new MigrationId("57500");
    static final Instant START = Instant.parse("2026-12-26T00:00:00Z");
    static final Duration WINDOW = Duration.ofHours(24);

    /** All that can be seen of a tenant, whether it is in use or not. */
    record State(Optional<TenantRecord> record, List<Setting> settings, List<Link> links) {}

    final TestClock clock = TestClock.at(START);
    final Storage here = new InMemoryStorage();
    final Storage there = new InMemoryStorage();
    boolean outOfReach;
    private long second;

    Journey() {
        installed(here, "secret");
        put(here, setting("a", "1.0"));
        put(here, setting("b", "\"old\""));
        put(here, setting("c", "3"));
        here.links().link(link("ari:cloud:ecosystem::installation/1", "acme"));
    }

    private Regions regions(Storage target) {
        return new Regions() {
            @Override
            public Set<Region> names() {
                return Set.of(Region.EU);
            }

            @Override
            public Storage storage(Region region) {
                if (outOfReach) {
                    throw new StorageException("out of reach");
                }
                return target;
            }
        };
    }

    /** Returns a server of this region whose copies are made while the host waits. */
    ResidencyService server() {
        return server(here, there, Runnable::run);
    }

    ResidencyService server(Storage source, Storage target, Executor workers) {
        return new ResidencyService(source, regions(target), workers, clock);
    }

    /** Returns a server of the other region, from which tenants may come here. */
    ResidencyService serverThere() {
        return new ResidencyService(there, regions(here), Runnable::run, clock);
    }

    static MigrationOrder order(MigrationId id) {
        return new MigrationOrder(id, "EU", Optional.of(START.plus(WINDOW)));
    }

    void schedule() {
        server().schedule(ACME, order(ID));
    }

    void copy() {
        schedule();
        server().start(ACME, ID);
    }

    void move() {
        copy();
        server().commit(ACME, ID);
    }

    void rollBack() {
        server().rollback(ACME, ID);
    }

    void installed(Storage at, String secret) {
        var installation = new Installation("app", "jira", "https://acme.atlassian.net", Map.of(), Map.of());
        apply(at, new LifecycleEvent.Installed(callback(), installation, Optional.of(new SharedSecret(secret))));
    }

    /** Lets time pass before the next callback. */
    void pass(Duration time) {
        second += time.toSeconds();
    }

    void uninstalled(Storage at) {
        apply(at, new LifecycleEvent.Uninstalled(callback()));
    }

    void disabled(Storage at) {
        apply(at, new LifecycleEvent.Disabled(callback()));
    }

    /** Each callback comes a minute after the one before. */
    private Callback callback() {
        second += 60;
        clock.set(START.plusSeconds(second));
        return new Callback(ACME, clock.instant(), new Proof.InstallKey());
    }

    private void apply(Storage at, LifecycleEvent event) {
        var policy = new LifecyclePolicy(OnUninstall.DELETE, Duration.ofDays(60), Duration.ofMinutes(10), List.of());
        new LifecycleService(at, new LifecycleRules(policy, clock, new SecureRandom()), List.of(), clock).apply(event);
    }

    static TenantRecord record(Storage at) {
        return at.installations().find(ACME).orElseThrow();
    }

    static void put(Storage at, Setting setting) {
        at.settings().put(record(at).life().orElseThrow(), setting, new Precondition.Any(), 100);
    }

    static void remove(Storage at, String key) {
        at.settings().remove(record(at).life().orElseThrow(), setting(key, "0").key(), new Precondition.Any());
    }

    static State state(Storage at) {
        var record = at.installations().find(ACME);
        var settings = record.flatMap(TenantRecord::life)
                .map(life -> at.archive().settings(life, Optional.empty(), 100))
                .orElse(List.of());
        return new State(
                record,
                settings.stream().flatMap(row -> row.content().stream()).toList(),
                at.links().list(ACME));
    }

    /** Returns what can be seen, as if there had never been a migration. */
    static State atRest(Storage at) {
        var state = state(at);
        return new State(
                state.record().map(record -> record.with(record.lifecycle().atRest())),
                state.settings(),
                state.links());
    }
}

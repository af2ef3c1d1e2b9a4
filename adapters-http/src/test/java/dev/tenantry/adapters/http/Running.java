package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.service.DeclaredSettings;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all tests of a class; each test brings a site of its own. */
final class Running implements AfterAllCallback {

    private final TestClock clock = new TestClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final HostStandIn host = new HostStandIn();
    private final TestServer server;

    Running(App app) {
        this(app, DeclaredSettings.NONE);
    }

    private Running(App app, DeclaredSettings declared) {
        var storage = new InMemoryStorage();
        var useCases = TestServer.useCases(app, storage, host, clock, declared);
        this.server = new TestServer(app, storage, useCases, (environment, cases) -> {});
    }

    /** Returns the server of an app with this one setting, and no other. */
    static Running declaring(String key, String schema) {
        var definition =
                new SettingDefinition(new SettingKey(key), "", "", Optional.of(new JsonText(schema)), Optional.empty());
        return new Running(
                Site.jiraApp(),
                DeclaredSettings.of(List.of(definition), new JsonSchemas(), DeclaredSettings.Undeclared.REFUSED));
    }

    static Running jira() {
        return new Running(Site.jiraApp());
    }

    TestClock clock() {
        return clock;
    }

    HostStandIn host() {
        return host;
    }

    /** Returns a site that nobody has heard of. */
    Site newSite() {
        return new Site(host, clock, "tenant-" + UUID.randomUUID(), "secret-" + UUID.randomUUID());
    }

    /** Returns a site that has the app. */
    Site installedSite() {
        var site = newSite();
        var answer = send(site.callback("installed"));
        if (answer.status() != 204) {
            throw new AssertionError(answer);
        }
        return site;
    }

    Answer send(Call call) {
        return server.send(call);
    }

    Answer sendToAdmin(Call call) {
        return server.sendToAdmin(call);
    }

    Answer sendRaw(byte[] request) {
        return server.send(request);
    }

    Optional<TenantRecord> record(Site site) {
        return record(new TenantId(site.clientKey()));
    }

    Optional<TenantRecord> record(TenantId tenant) {
        return server.storage().installations().find(tenant);
    }

    /** Stores a setting past the API, as something else than this server may have. */
    void store(Site site, String key, String json) {
        var setting = new Setting(new SettingKey(key), new JsonText(json));
        var life = record(site).flatMap(TenantRecord::life).orElseThrow();
        server.storage().settings().put(life, setting, new Precondition.Any(), 100);
    }

    /** Returns the stored text of a setting, past the API. */
    Optional<String> stored(Site site, String key) {
        return record(site)
                .flatMap(TenantRecord::life)
                .flatMap(life -> server.storage().settings().find(life, new SettingKey(key)))
                .map(setting -> setting.value().text());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }
}

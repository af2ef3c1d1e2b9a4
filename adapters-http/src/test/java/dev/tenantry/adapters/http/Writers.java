package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.host.HostClient;
import dev.tenantry.adapters.http.host.SignedHostApi;
import dev.tenantry.adapters.http.host.SiteStandIn;
import dev.tenantry.adapters.http.host.Sites;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.Administrators;
import dev.tenantry.domain.service.DeclaredSettings;
import dev.tenantry.domain.service.SettingsPolicy;
import dev.tenantry.domain.service.SettingsService;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.token.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server with a policy of who writes, and one tenant in a stand-in site that knows who its administrators are. */
final class Writers implements AutoCloseable {

    static final String SETTING = "shared";

    private final TestClock clock = new TestClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final InMemoryStorage storage = new InMemoryStorage();
    private final SiteStandIn site;
    private final TenantRecord tenant;
    private final TestServer server;

    /** Starts one on which only administrators write; it waits for the site as long as it has patience. */
    Writers(Product product, Duration patience) {
        this(product, patience, SettingsPolicy.Writers.ADMINS);
    }

    /** Starts one on which these write; it waits for the site as long as it has patience. */
    Writers(Product product, Duration patience, SettingsPolicy.Writers writers) {
        this.site = new SiteStandIn(product, clock);
        this.tenant = site.tenant("acme");
        var app = site.app();
        var host = new SignedHostApi(product, new HostClient(app, patience, clock));
        var policy = new SettingsPolicy(writers, TestServer.MAX_VALUE_BYTES, 50);
        var administrators = new Administrators(storage.installations(), host, Writers::unasked, clock);
        var usual = TestServer.useCases(app, storage, new HostStandIn(), clock);
        var settings = new SettingsService(storage, policy, DeclaredSettings.NONE, administrators);
        var useCases = new UseCases(
                usual.tenants(), usual.lifecycle(), settings, Optional.empty(), usual.residency(), usual.backend());
        this.server = new TestServer(app, storage, useCases, (environment, ignored) -> {});
        install();
    }

    private static boolean unasked(Invocation call, String accountId, UserToken token) {
        throw new AssertionError("nobody calls through Forge");
    }

    private void install() {
        var seed = Fixtures.setting(SETTING, "{\"a\":1}");
        storage.installations()
                .commit(new Commit(
                        tenant.id(), Optional.empty(), Optional.of(tenant), Optional.empty(), List.of(seed)));
    }

    SiteStandIn site() {
        return site;
    }

    /** Sends a call as the app itself. */
    Answer asApp(Call call) {
        return send(call, Tokens.claims(issuer(), clock.instant(), call));
    }

    /** Sends a call as a page does for its user, or for nobody in particular. */
    Answer asUser(Optional<String> accountId, Call call) {
        var claims = Tokens.claims(issuer(), clock.instant(), "context-qsh");
        accountId.ifPresent(account -> claims.put("sub", account));
        return send(call, claims);
    }

    /** Returns the stored text of the setting, or empty if it is gone. */
    Optional<String> stored() {
        return storage.settings()
                .find(
                        tenant.life().orElseThrow(),
                        Fixtures.setting(SETTING, "0").key())
                .map(setting -> setting.value().text());
    }

    private String issuer() {
        return tenant.id().value();
    }

    private Answer send(Call call, Map<String, Object> claims) {
        return server.send(call.token(Tokens.hs256(claims, Sites.secret(tenant))));
    }

    @Override
    public void close() {
        server.close();
        site.close();
    }
}

package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.auth.ServiceToken;
import dev.tenantry.adapters.http.page.PageOptions;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.residency.ResidencyService;
import dev.tenantry.domain.service.AuthenticationService;
import dev.tenantry.domain.service.DeclaredSettings;
import dev.tenantry.domain.service.LifecyclePolicy;
import dev.tenantry.domain.service.LifecycleRules;
import dev.tenantry.domain.service.LifecycleService;
import dev.tenantry.domain.service.SettingsPolicy;
import dev.tenantry.domain.service.SettingsService;
import dev.tenantry.domain.service.TenantAccessService;
import dev.tenantry.domain.testkit.InMemoryStorage;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import io.dropwizard.util.DataSize;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A real Jetty on a free port with the whole adapter on a store in memory. */
final class TestServer implements AutoCloseable {

    static final int MAX_VALUE_BYTES = 64 * 1024;
    static final String HOST_SCRIPT = "https://host.example.com/all.js";

    /** What the settings page shows. */
    static final SettingDefinition GREETING = new SettingDefinition(
            new SettingKey("greeting"),
            "\"Greeting\" <1>",
            "",
            Optional.of(new JsonText("{\"type\":\"string\",\"maxLength\":12345678901234567890}")),
            Optional.empty());

    /** What the app's own backend shows. */
    static final String TOKEN = "token-of-the-backend";

    private final DropwizardTestSupport<Configuration> support;
    private final Storage storage;

    TestServer(App app, HostKeys keys, Clock clock) {
        this(app, new InMemoryStorage(), keys, clock);
    }

    TestServer(App app, Storage storage, HostKeys keys, Clock clock) {
        this(app, storage, useCases(app, storage, keys, clock), (environment, useCases) -> {});
    }

    /** @param more adds what a test wants to have beside the adapter's routes */
    TestServer(App app, Storage storage, UseCases useCases, Extension more) {
        this.storage = storage;
        this.support = new DropwizardTestSupport<>(TestApplication.class, configuration()) {
            @Override
            public Application<Configuration> newApplication() {
                return new TestApplication(app, useCases, more);
            }
        };
        start();
    }

    private void start() {
        try {
            support.before();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Storage storage() {
        return storage;
    }

    /** Returns where the public routes are. */
    int port() {
        return support.getLocalPort();
    }

    Answer send(Call call) {
        return send(call.bytes());
    }

    Answer send(byte[] request) {
        return Wire.exchange(port(), request);
    }

    /** Sends a call to the operator's port. */
    Answer sendToAdmin(Call call) {
        return Wire.exchange(support.getAdminPort(), call.bytes());
    }

    @Override
    public void close() {
        support.after();
    }

    static UseCases useCases(App app, Storage storage, HostKeys keys, Clock clock) {
        return useCases(app, storage, keys, clock, DeclaredSettings.NONE);
    }

    static UseCases useCases(App app, Storage storage, HostKeys keys, Clock clock, DeclaredSettings declared) {
        return useCases(app, storage, keys, clock, declared, Regions.NONE);
    }

    static UseCases useCases(
            App app, Storage storage, HostKeys keys, Clock clock, DeclaredSettings declared, Regions regions) {
        var seed = new Setting(new SettingKey("appSettings"), new JsonText("{\"settings1\":\"settings1 value\"}"));
        var policy = new LifecyclePolicy(
                LifecyclePolicy.OnUninstall.DELETE, Duration.ofDays(60), Duration.ofMinutes(10), List.of(seed));
        var lifecycle =
                new LifecycleService(storage, new LifecycleRules(policy, clock, new SecureRandom()), List.of(), clock);
        return new UseCases(
                new AuthenticationService(app, storage.installations(), keys, clock),
                lifecycle,
                new SettingsService(
                        storage, new SettingsPolicy(SettingsPolicy.Writers.APP, MAX_VALUE_BYTES, 50), declared),
                Optional.of(ForgeStandIn.service(app, storage, lifecycle, clock)),
                new ResidencyService(storage, regions, Runnable::run, clock),
                new TenantAccessService(storage.installations()));
    }

    private static Configuration configuration() {
        var server = new DefaultServerFactory();
        server.setApplicationConnectors(List.of(connector()));
        server.setAdminConnectors(List.of(connector()));
        var configuration = new Configuration();
        configuration.setServerFactory(server);
        return configuration;
    }

    private static HttpConnectorFactory connector() {
        var connector = new HttpConnectorFactory();
        connector.setBindHost("127.0.0.1");
        connector.setPort(0);
        connector.setMinRequestDataPerSecond(DataSize.kibibytes(1));
        return connector;
    }

    /** Adds routes of a test's own. */
    interface Extension {
        void extend(Environment environment, UseCases useCases);
    }

    /** The smallest composition root that there can be. */
    static final class TestApplication extends Application<Configuration> {

        private final App app;
        private final UseCases useCases;
        private final Extension more;

        TestApplication(App app, UseCases useCases, Extension more) {
            this.app = app;
            this.useCases = useCases;
            this.more = more;
        }

        @Override
        public void run(Configuration configuration, Environment environment) {
            var options = new HttpOptions(
                    "Test <app>",
                    Optional.empty(),
                    MAX_VALUE_BYTES,
                    Optional.of(new ServiceToken(TOKEN)),
                    Map.of(),
                    Set.of(),
                    () -> true);
            var page = new PageOptions(URI.create(HOST_SCRIPT), List.of(GREETING));
            new HttpAdapter(app, useCases, options, page).register(configuration.getServerFactory(), environment);
            more.extend(environment, useCases);
        }
    }
}

package dev.tenantry.app;

import dev.tenantry.adapters.http.HttpAdapter;
import dev.tenantry.adapters.http.HttpOptions;
import dev.tenantry.adapters.http.UseCases;
import dev.tenantry.adapters.http.descriptor.Feature;
import dev.tenantry.adapters.http.keys.InstallKeys;
import dev.tenantry.adapters.http.links.LinksServlet;
import dev.tenantry.adapters.http.page.PageOptions;
import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.command.HostAccess;
import dev.tenantry.app.command.Sealing;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.MigrateResidency;
import dev.tenantry.domain.port.in.UseSettings;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.residency.ResidencyService;
import dev.tenantry.domain.service.Administrators;
import dev.tenantry.domain.service.AuthenticationService;
import dev.tenantry.domain.service.DeclaredSettings;
import dev.tenantry.domain.service.LifecycleRules;
import dev.tenantry.domain.service.LifecycleService;
import dev.tenantry.domain.service.LinkService;
import dev.tenantry.domain.service.PurgeService;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import dev.tenantry.domain.service.SettingsService;
import dev.tenantry.domain.service.TenantAccessService;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: the one place that knows every module. */
final class Composition {

    private static final Logger LOG = LoggerFactory.getLogger(Composition.class);

    /** The host waits a few seconds for an answer; the storage needs its share of them. */
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(1);

    /** Tenants that are copied to other regions at once. */
    private static final int COPIES = 4;

    private final TenantryConfiguration configuration;
    private final Environment environment;
    private final Storage storage;
    private final Clock clock = Clock.systemUTC();
    private final App app;
    private final DeclaredSettings declared;
    private final MigrateResidency residency;

    Composition(TenantryConfiguration configuration, Environment environment, Storage storage) {
        this.configuration = configuration;
        this.environment = environment;
        this.storage = storage;
        this.app = configuration.app().toApp();
        this.declared = configuration.settings().toDeclared(new JsonSchemas());
        this.residency = residency();
    }

    /** Registers all that the server does from its start to its end. */
    void serve() {
        var page = new PageOptions(configuration.app().hostScript(), declared.definitions());
        new HttpAdapter(app, useCases(), options(), page).register(configuration.getServerFactory(), environment);
        environment
                .admin()
                .addServlet("links", new LinksServlet(new LinkService(storage, clock)))
                .addMapping("/links");
        purgeFromTimeToTime();
        environment.lifecycle().manage(new Farewell());
        environment
                .lifecycle()
                .addServerLifecycleListener(server -> LOG.info(
                        "serving app {} for {} at {}",
                        app.key(),
                        app.product().displayName(),
                        configuration.app().baseUrl()));
    }

    private HttpOptions options() {
        var health = new StorageHealthCheck(storage, configuration.storage().isReadOnly());
        environment.healthChecks().register("storage", health);
        return new HttpOptions(
                configuration.app().name(),
                configuration.app().readDescriptorTemplate(),
                configuration.settings().toPolicy().maxValueBytes(),
                configuration.service().toToken(),
                configuration.regions().baseUrls(configuration.app()),
                features(),
                new RememberedHealth(health, clock));
    }

    /** What nobody declared has no place on the page. */
    private Set<Feature> features() {
        var features = EnumSet.noneOf(Feature.class);
        if (configuration.settings().toPolicy().writers() == Writers.ADMINS) {
            features.add(Feature.ADMINISTRATOR_CHECK);
        }
        if (!declared.definitions().isEmpty()) {
            features.add(Feature.SETTINGS_PAGE);
        }
        return features;
    }

    private UseCases useCases() {
        var host = HostAccess.of(configuration, clock);
        var mirroring =
                Mirroring.of(configuration.settings().mirroredKeys(declared), storage, host, environment.lifecycle());
        var mirrored = mirroring.over(storage);
        var lifecycle = lifecycle(mirrored, mirroring.listeners());
        var keys = new InstallKeys(configuration.app().installKeysUrl().value(), KEY_TIMEOUT);
        return new UseCases(
                new AuthenticationService(app, storage.installations(), keys, clock),
                lifecycle,
                mirroring.over(settings(mirrored, host)),
                new ForgeDoor(
                                configuration.app(),
                                mirrored,
                                clock,
                                configuration.encryption().isOn())
                        .open(environment, lifecycle),
                residency,
                new TenantAccessService(storage.installations()));
    }

    private MigrateResidency residency() {
        var regions = new RegionStorages(configuration.regions().others(), Sealing.of(configuration));
        regions.openAll();
        environment.lifecycle().manage(regions);
        var workers = environment
                .lifecycle()
                .executorService("residency-%d")
                .minThreads(COPIES)
                .maxThreads(COPIES)
                .build();
        return new ResidencyService(storage, regions, workers, clock);
    }

    private LifecycleService lifecycle(Storage mirrored, Stream<LifecycleListener> others) {
        var afterwards = environment
                .lifecycle()
                .executorService("lifecycle-log")
                .maxThreads(1)
                .build();
        var log = new LifecycleLog(storage, declared, afterwards);
        var listeners = Stream.concat(Stream.of(log), others).toList();
        var policy = configuration.lifecycle().toPolicy(declared.defaults());
        return new LifecycleService(mirrored, new LifecycleRules(policy, clock, new SecureRandom()), listeners, clock);
    }

    private UseSettings settings(Storage mirrored, HostAccess host) {
        var administrators = new Administrators(storage.installations(), host.api(), host.forgeUsers(), clock);
        return new SettingsService(mirrored, configuration.settings().toPolicy(), declared, administrators);
    }

    private void purgeFromTimeToTime() {
        if (configuration.storage().isReadOnly()) {
            LOG.warn("storage.readOnly is true: every write is answered 503, and nothing is purged");
            return;
        }
        var lifecycle = configuration.lifecycle();
        var purge = new PurgeService(storage, lifecycle.retention().toJavaDuration(), clock);
        var timer = environment.lifecycle().scheduledExecutorService("purge").build();
        environment.lifecycle().manage(new PurgeTimer(purge, residency, lifecycle.interval(), timer));
    }

    /** Tells that the server stopped because it was told to. */
    private static final class Farewell implements Managed {
        @Override
        public void stop() {
            LOG.info("stopping");
        }
    }
}

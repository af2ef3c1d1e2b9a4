package dev.tenantry.app;

import dev.tenantry.adapters.http.HttpAdapter;
import dev.tenantry.adapters.http.HttpOptions;
import dev.tenantry.adapters.http.UseCases;
import dev.tenantry.adapters.http.descriptor.Feature;
import dev.tenantry.adapters.http.keys.InstallKeys;
import dev.tenantry.adapters.http.links.LinksServlet;
import dev.tenantry.adapters.http.page.PageOptions;
import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.command.CheckCommand;
import dev.tenantry.app.command.CopyCommand;
import dev.tenantry.app.command.ExportCommand;
import dev.tenantry.app.command.HostAccess;
import dev.tenantry.app.command.ImportAceCommand;
import dev.tenantry.app.command.ImportAcsbCommand;
import dev.tenantry.app.command.ImportCommand;
import dev.tenantry.app.command.ImportPropertiesCommand;
import dev.tenantry.app.command.LinksCommand;
import dev.tenantry.app.command.OpenStorage;
import dev.tenantry.app.command.PrepareCommand;
import dev.tenantry.app.command.PurgeCommand;
import dev.tenantry.app.command.ReconcileCommand;
import dev.tenantry.app.command.ServeCommand;
import dev.tenantry.app.config.EnvironmentSource;
import dev.tenantry.app.config.SchemaFiles;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.simulate.SimulateCommand;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.Administrators;
import dev.tenantry.domain.service.AuthenticationService;
import dev.tenantry.domain.service.LifecycleRules;
import dev.tenantry.domain.service.LifecycleService;
import dev.tenantry.domain.service.LinkService;
import dev.tenantry.domain.service.PurgeService;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import dev.tenantry.domain.service.SettingsService;
import dev.tenantry.domain.service.TenantAccessService;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.lifecycle.Managed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: the one place that knows every module. */
public final class TenantryApplication extends Application<TenantryConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(TenantryApplication.class);

    /** The host waits a few seconds for an answer; the storage needs its share of them. */
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(1);

    /** Runs the command that the arguments name; exits with 1 if it fails. */
    public static void main(String[] arguments) throws Exception {
        new TenantryApplication().run(arguments);
    }

    @Override
    public String getName() {
        return "tenantry";
    }

    @Override
    public void initialize(Bootstrap<TenantryConfiguration> bootstrap) {
        var files = new EnvironmentSource(bootstrap.getConfigurationSourceProvider());
        bootstrap.setConfigurationSourceProvider(new SchemaFiles(files));
    }

    @Override
    protected void addDefaultCommands(Bootstrap<TenantryConfiguration> bootstrap) {
        bootstrap.addCommand(new ServeCommand(this));
        bootstrap.addCommand(new CheckCommand());
        bootstrap.addCommand(new PrepareCommand());
        bootstrap.addCommand(new PurgeCommand());
        bootstrap.addCommand(new CopyCommand());
        bootstrap.addCommand(new ExportCommand());
        bootstrap.addCommand(new ImportCommand());
        bootstrap.addCommand(new ImportAceCommand());
        bootstrap.addCommand(new ImportAcsbCommand());
        bootstrap.addCommand(new ReconcileCommand());
        bootstrap.addCommand(new ImportPropertiesCommand());
        bootstrap.addCommand(new LinksCommand());
        bootstrap.addCommand(new SimulateCommand(this));
    }

    @Override
    public void run(TenantryConfiguration configuration, Environment environment) {
        var clock = Clock.systemUTC();
        var storage = OpenStorage.prepared(configuration.storage());
        environment.lifecycle().manage(new AutoCloseableManager(storage));
        var health = new StorageHealthCheck(storage, configuration.storage().isReadOnly());
        environment.healthChecks().register("storage", health);

        var app = configuration.app().toApp();
        var options = new HttpOptions(
                configuration.app().name(),
                configuration.app().readDescriptorTemplate(),
                configuration.settings().toPolicy().maxValueBytes(),
                configuration.service().toToken(),
                features(configuration),
                new RememberedHealth(health, clock));
        var page = new PageOptions(configuration.app().hostScript(), definitions(configuration));
        new HttpAdapter(app, useCases(configuration, environment, storage, clock), options, page)
                .register(configuration.getServerFactory(), environment);
        environment
                .admin()
                .addServlet("links", new LinksServlet(new LinkService(storage, clock)))
                .addMapping("/links");
        purgeFromTimeToTime(configuration, environment, storage, clock);
        environment.lifecycle().manage(new Farewell());
        environment
                .lifecycle()
                .addServerLifecycleListener(server -> LOG.info(
                        "serving app {} for {} at {}",
                        app.key(),
                        app.product().displayName(),
                        configuration.app().baseUrl()));
    }

    private static Set<Feature> features(TenantryConfiguration configuration) {
        var features = EnumSet.noneOf(Feature.class);
        if (configuration.settings().toPolicy().writers() == Writers.ADMINS) {
            features.add(Feature.ADMINISTRATOR_CHECK);
        }
        if (!definitions(configuration).isEmpty()) {
            features.add(Feature.SETTINGS_PAGE);
        }
        return features;
    }

    /** What nobody declared has no place on the page. */
    private static List<SettingDefinition> definitions(TenantryConfiguration configuration) {
        return configuration.settings().toDeclared(new JsonSchemas()).definitions();
    }

    private static UseCases useCases(
            TenantryConfiguration configuration, Environment environment, Storage storage, Clock clock) {
        var declared = configuration.settings().toDeclared(new JsonSchemas());
        var afterwards = environment
                .lifecycle()
                .executorService("lifecycle-log")
                .maxThreads(1)
                .build();
        var rules =
                new LifecycleRules(configuration.lifecycle().toPolicy(declared.defaults()), clock, new SecureRandom());
        var host = HostAccess.of(configuration, clock);
        var mirroring =
                Mirroring.of(configuration.settings().mirroredKeys(declared), storage, host, environment.lifecycle());
        var log = new LifecycleLog(storage, declared, afterwards);
        var listeners = Stream.concat(Stream.of(log), mirroring.listeners()).toList();
        var keys = new InstallKeys(configuration.app().installKeysUrl().value(), KEY_TIMEOUT);
        var lifecycle = new LifecycleService(storage, rules, listeners, clock);
        return new UseCases(
                new AuthenticationService(configuration.app().toApp(), storage.installations(), keys, clock),
                lifecycle,
                mirroring.over(new SettingsService(
                        storage,
                        configuration.settings().toPolicy(),
                        declared,
                        new Administrators(storage.installations(), host.api(), clock))),
                new ForgeDoor(configuration.app(), storage, clock).open(environment, lifecycle),
                new TenantAccessService(storage.installations()));
    }

    private static void purgeFromTimeToTime(
            TenantryConfiguration configuration, Environment environment, Storage storage, Clock clock) {
        if (configuration.storage().isReadOnly()) {
            LOG.warn("storage.readOnly is true: every write is answered 503, and nothing is purged");
            return;
        }
        var lifecycle = configuration.lifecycle();
        var purge = new PurgeService(storage, lifecycle.retention().toJavaDuration(), clock);
        var timer = environment.lifecycle().scheduledExecutorService("purge").build();
        environment.lifecycle().manage(new PurgeTimer(purge, lifecycle.interval(), timer));
    }

    /** Tells that the server stopped because it was told to. */
    private static final class Farewell implements Managed {
        @Override
        public void stop() {
            LOG.info("stopping");
        }
    }
}

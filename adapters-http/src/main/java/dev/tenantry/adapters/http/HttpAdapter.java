package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.auth.SignedRequests;
import dev.tenantry.adapters.http.descriptor.Descriptor;
import dev.tenantry.adapters.http.descriptor.DescriptorResource;
import dev.tenantry.adapters.http.forge.ForgeResource;
import dev.tenantry.adapters.http.html.Assets;
import dev.tenantry.adapters.http.html.AssetsResource;
import dev.tenantry.adapters.http.landing.LandingPage;
import dev.tenantry.adapters.http.landing.LandingResource;
import dev.tenantry.adapters.http.lifecycle.LifecycleResource;
import dev.tenantry.adapters.http.lifecycle.TimeLimit;
import dev.tenantry.adapters.http.page.PageFiles;
import dev.tenantry.adapters.http.page.PageOptions;
import dev.tenantry.adapters.http.page.PageResource;
import dev.tenantry.adapters.http.page.SettingsPages;
import dev.tenantry.adapters.http.problem.ProblemHandler;
import dev.tenantry.adapters.http.problem.ProblemMapper;
import dev.tenantry.adapters.http.problem.RefusalLog;
import dev.tenantry.adapters.http.residency.ForgeResidencyResource;
import dev.tenantry.adapters.http.residency.ResidencyResource;
import dev.tenantry.adapters.http.settings.ForgeSettingsResource;
import dev.tenantry.adapters.http.settings.ServiceResource;
import dev.tenantry.adapters.http.settings.SettingsExchange;
import dev.tenantry.adapters.http.settings.SettingsResource;
import dev.tenantry.domain.model.App;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.GzipHandlerFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;

/**
 * Serves the app's public routes: landing page, settings page, descriptor, lifecycle callbacks and settings API; and on
 * the admin port the API of the app's own backend.
 *
 * <p>All public routes lie under the path of the app's first base URL. Every error, also Jersey's and Jetty's own, is an
 * {@code application/problem+json} (RFC 9457).
 */
public final class HttpAdapter {

    /** The host is answered within three seconds; the way there and back needs some of them. */
    private static final Duration CALLBACK_TIME = Duration.ofMillis(2500);

    /** More callbacks than this at a time are told to come again. */
    private static final int MAX_CALLBACKS = 256;

    /** Hooks of migrations may wait for another region, and must not keep callbacks waiting. */
    private static final int MAX_HOOKS = 32;

    private final App app;
    private final UseCases useCases;
    private final HttpOptions options;
    private final PageOptions page;
    private final Descriptor descriptor;

    /** @throws IllegalArgumentException if the descriptor's template is not a JSON object */
    public HttpAdapter(App app, UseCases useCases, HttpOptions options, PageOptions page) {
        this.app = app;
        this.useCases = useCases;
        this.options = options;
        this.descriptor = Descriptor.of(app, options.appName(), options.descriptorTemplate(), options.features())
                .with(options.regionBaseUrls());
        this.page = page;
    }

    /**
     * Adds the routes to a server that has not been built yet; to be called from {@code Application.run}.
     *
     * <p>It sets the context path, and turns off Dropwizard's own exception mappers and any compression of the API.
     */
    public void register(ServerFactory server, Environment environment) {
        var basePath = app.basePath();
        if (server instanceof AbstractServerFactory factory) {
            factory.setRegisterDefaultExceptionMappers(false);
            excludeFromCompression(factory.getGzipFilterFactory(), basePath + "/api/*");
            excludeFromCompression(factory.getGzipFilterFactory(), basePath + "/forge/api/*");
            excludeFromCompression(factory.getGzipFilterFactory(), ServiceApi.ANYWHERE);
        }
        environment.getApplicationContext().setContextPath(basePath.isEmpty() ? "/" : basePath);
        environment.getApplicationContext().setErrorHandler(new ProblemHandler());
        environment.getAdminContext().setErrorHandler(new ProblemHandler());
        environment.lifecycle().addEventListener(new ServerErrors());
        var jersey = environment.jersey();
        var requests = new SignedRequests(basePath);
        jersey.register(new ProblemMapper("JWT", app.key()));
        jersey.register(new RefusalLog());
        jersey.register(new NeverStored());
        jersey.register(UnreadBody.class);
        jersey.register(new AllowedMethods());
        registerPages(jersey, requests);
        jersey.register(new DescriptorResource(descriptor));
        var time = timeLimit(environment, "callback-%d", MAX_CALLBACKS);
        var hookTime = timeLimit(environment, "migration-%d", MAX_HOOKS);
        jersey.register(new LifecycleResource(requests, useCases.tenants(), useCases.lifecycle(), time));
        var settings = new SettingsExchange(useCases.settings(), options.maxValueBytes());
        jersey.register(new SettingsResource(requests, useCases.tenants(), settings));
        jersey.register(new ResidencyResource(requests, useCases.tenants(), useCases.residency(), hookTime));
        useCases.forge().ifPresent(forge -> {
            jersey.register(new ForgeResidencyResource(forge, useCases.residency(), hookTime));
            jersey.register(new ForgeResource(forge, time));
            jersey.register(new ForgeSettingsResource(forge, settings));
        });
        options.serviceToken()
                .map(token -> new ServiceResource(token, useCases.backend(), settings))
                .ifPresent(resource -> new ServiceApi(app.key(), resource).mount(environment));
    }

    private void registerPages(JerseyEnvironment jersey, SignedRequests requests) {
        var assets = new Assets(app.basePath(), PageFiles.read());
        jersey.register(new AssetsResource(assets));
        jersey.register(new LandingResource(new LandingPage(app, options.appName(), assets), options.healthy()));
        jersey.register(new PageResource(
                requests, useCases.tenants(), new SettingsPages(assets, app, options.appName(), page)));
    }

    private static TimeLimit timeLimit(Environment environment, String name, int threads) {
        var workers = environment
                .lifecycle()
                .executorService(name)
                .minThreads(0)
                .maxThreads(threads)
                .workQueue(new SynchronousQueue<>())
                .build();
        return new TimeLimit(workers, CALLBACK_TIME);
    }

    /** Compression would change the entity tags. */
    private static void excludeFromCompression(GzipHandlerFactory gzip, String paths) {
        var excluded = new HashSet<>(Set.of(paths));
        Optional.ofNullable(gzip.getExcludedPaths()).ifPresent(excluded::addAll);
        gzip.setExcludedPaths(excluded);
    }
}

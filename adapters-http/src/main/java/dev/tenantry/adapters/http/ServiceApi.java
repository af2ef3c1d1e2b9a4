package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.problem.ProblemMapper;
import dev.tenantry.adapters.http.problem.RefusalLog;
import dev.tenantry.adapters.http.settings.ServiceResource;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.DropwizardResourceConfig;
import io.dropwizard.jersey.setup.JerseyServletContainer;

/**
 * Puts the API of the app's own backend on the admin port, where Dropwizard has no Jersey: a small one of its own, with the
 * manners of the public routes. Health, metrics and tasks stay where they are.
 */
final class ServiceApi {

    /** The API's paths under whatever context path the admin port has, as Jetty's compression takes them. */
    static final String ANYWHERE = "^.*/service/.*$";

    private static final String MAPPING = "/service/*";

    private final String realm;
    private final ServiceResource resource;

    /** @param realm what a 401 names */
    ServiceApi(String realm, ServiceResource resource) {
        this.realm = realm;
        this.resource = resource;
    }

    /** Adds the API to a server that has not been built yet. */
    void mount(Environment environment) {
        var jersey = new DropwizardResourceConfig(environment.metrics());
        jersey.setUrlPattern(MAPPING);
        jersey.register(new ProblemMapper("Bearer", realm));
        jersey.register(new RefusalLog());
        jersey.register(new NeverStored());
        jersey.register(UnreadBody.class);
        jersey.register(new AllowedMethods());
        jersey.register(resource);
        environment
                .admin()
                .addServlet("service", new JerseyServletContainer(jersey))
                .addMapping(MAPPING);
    }
}

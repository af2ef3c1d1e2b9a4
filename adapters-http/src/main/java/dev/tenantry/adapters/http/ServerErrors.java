package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.problem.ProblemHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Gives the server our errors as soon as it exists, which is after {@code Application.run}. */
final class ServerErrors implements LifeCycle.Listener {

    @Override
    public void lifeCycleStarting(LifeCycle starting) {
        if (starting instanceof Server server) {
            server.setErrorHandler(new ProblemHandler());
        }
    }
}

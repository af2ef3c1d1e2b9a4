package dev.tenantry.adapters.http.problem;

import dev.tenantry.adapters.http.auth.ClaimedTenant;
import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.UnavailableException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs one line for each request that a route of ours refuses: what it wanted, for whom, and why not. No line has a query,
 * a header or a part of a body, where tokens and secrets are.
 */
public final class RefusalLog implements ApplicationEventListener, RequestEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    @Override
    public void onEvent(ApplicationEvent event) {}

    @Override
    public RequestEventListener onRequest(RequestEvent event) {
        return this;
    }

    @Override
    public void onEvent(RequestEvent event) {
        if (event.getType() != RequestEvent.Type.ON_EXCEPTION) {
            return;
        }
        var failure = unwrap(event.getException());
        var request = event.getContainerRequest();
        boolean reached = event.getUriInfo().getMatchedResourceMethod() != null;
        if (failure instanceof DomainException refusal && !isAnswer(refusal.code())) {
            var level = refusal instanceof UnavailableException ? Level.WARN : Level.INFO;
            log(level, request, Problems.of(refusal), refusal);
        } else if (failure instanceof WebApplicationException refusal && reached) {
            log(Level.INFO, request, Problems.ofStatus(refusal.getResponse().getStatus()), refusal);
        }
    }

    /** Jersey wraps what a resource throws. */
    private static Throwable unwrap(Throwable thrown) {
        boolean plain = thrown instanceof DomainException || thrown instanceof WebApplicationException;
        return plain || thrown.getCause() == null ? thrown : thrown.getCause();
    }

    /** What an app may well ask to find out is no refusal. */
    private static boolean isAnswer(ErrorCode code) {
        return code == ErrorCode.NOT_FOUND || code == ErrorCode.PRECONDITION_FAILED;
    }

    private static void log(Level level, ContainerRequest request, Problem problem, Throwable refusal) {
        var tenant = Optional.ofNullable(request.getProperty(ClaimedTenant.ATTRIBUTE));
        LOG.atLevel(level)
                .log(
                        "Refused {} {} of {}: {}: {}",
                        request.getMethod(),
                        request.getAbsolutePath().getRawPath(),
                        tenant.map(id -> "tenant " + id).orElse("a tenant that cannot be read"),
                        problem.code(),
                        refusal.getMessage());
    }
}

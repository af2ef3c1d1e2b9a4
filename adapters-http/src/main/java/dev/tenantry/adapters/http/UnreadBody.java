package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.json.RequestBody;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Keeps a connection good for its next request when one is refused before its body was read, and says so if that cannot be.
 *
 * <p>Jetty closes a connection on which unread content is left, without a word if the answer is on its way already: the
 * client would learn of it by the failure of its next request (RFC 9112 §9.6).
 */
public final class UnreadBody implements ContainerResponseFilter {

    /** A client that sends more than this for nothing may well connect again. */
    private static final int MOST_BYTES = 64 * 1024;

    private final Provider<HttpServletRequest> current;

    @Inject
    public UnreadBody(Provider<HttpServletRequest> current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !RequestBody.finish(current.get(), MOST_BYTES)) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }
}

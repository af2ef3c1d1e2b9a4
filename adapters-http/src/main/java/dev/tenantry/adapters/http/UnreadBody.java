package dev.tenantry.adapters.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;

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
        if (response.getStatus() >= 400 && isLeft(current.get())) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }

    /** Returns whether a part of the body is still to come, after waiting for one that is small. */
    private static boolean isLeft(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length < 0) {
            return request.getHeader("Transfer-Encoding") != null;
        }
        return length > MOST_BYTES || !isReadTo(length, request);
    }

    /** What was read before is not there to be read again: then this comes to the end sooner. */
    private static boolean isReadTo(long length, HttpServletRequest request) {
        try {
            var body = request.getInputStream();
            if (!body.isFinished()) {
                body.readNBytes((int) length);
            }
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}

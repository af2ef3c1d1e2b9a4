package dev.tenantry.adapters.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets {@code OPTIONS} answer 204 on every route, where Jersey would answer 200 with a text, and every {@code Allow} list
 * {@code HEAD} beside {@code GET}, which Jersey leaves out of a 405.
 */
final class AllowedMethods implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var allowed = new TreeSet<>(response.getAllowedMethods());
        if (allowed.contains(HttpMethod.GET) && allowed.add(HttpMethod.HEAD)) {
            list(response, allowed);
        }
        if (request.getMethod().equals(HttpMethod.OPTIONS) && response.getStatus() == 200) {
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
            response.setStatus(204);
        }
    }

    private static void list(ContainerResponseContext response, Set<String> methods) {
        response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
    }
}

package dev.tenantry.adapters.http.page;

import dev.tenantry.adapters.http.auth.SignedRequests;
import dev.tenantry.adapters.http.html.Assets;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.error.UnavailableException;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/**
 * {@code GET /settings}: the page in which administrators change settings, for the host's frame and nowhere else.
 *
 * <p>Who opens it without a token that is valid for it gets an explanation, with the status that says so.
 */
@Path("settings")
public final class PageResource {

    private static final String RETRY_SECONDS = "60";
    private static final String HTML = "text/html;charset=utf-8";

    private final SignedRequests requests;
    private final AuthenticateTenant tenants;
    private final SettingsPages pages;

    public PageResource(SignedRequests requests, AuthenticateTenant tenants, SettingsPages pages) {
        this.requests = requests;
        this.tenants = tenants;
        this.pages = pages;
    }

    @GET
    @Produces(HTML)
    public Response get(@Context HttpServletRequest request) {
        var texts = Texts.forUser(Optional.ofNullable(request.getParameter("loc")));
        try {
            var visit = tenants.forPage(requests.requireOfPage(request));
            var policy = pages.policy().framedBy(SiteOrigins.of(visit.site()));
            return answer(Response.ok(pages.page(texts)), policy);
        } catch (UnauthenticatedException failure) {
            var response = Response.status(Status.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, pages.challenge());
            throw refusal(failure, response.entity(pages.elsewhere(texts, "outside")));
        } catch (UnavailableException failure) {
            var response = Response.status(Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw refusal(failure, response.entity(pages.elsewhere(texts, "unavailable")));
        }
    }

    /** Thrown and not returned, so that it is logged as any other refusal is. */
    private static WebApplicationException refusal(Exception failure, ResponseBuilder response) {
        return new WebApplicationException(failure.getMessage(), failure, answer(response, Assets.STYLES_ONLY));
    }

    private static Response answer(ResponseBuilder response, String policy) {
        return response.type(HTML)
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}

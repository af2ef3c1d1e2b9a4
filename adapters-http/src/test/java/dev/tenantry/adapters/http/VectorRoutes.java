package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.auth.SignedRequests;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/**
 * Stand-ins for the routes of the app that the vectors were recorded with: {@code /auth} follows the rule of pages, but
 * takes no token from the URL, and {@code /skip} and {@code /token} follow the rule of the API.
 */
@Path("/")
public final class VectorRoutes {

    private final SignedRequests requests;
    private final AuthenticateTenant tenants;

    VectorRoutes(String basePath, AuthenticateTenant tenants) {
        this.requests = new SignedRequests(basePath);
        this.tenants = tenants;
    }

    @GET
    @Path("auth{rest: (/.*)?}")
    public String page(@Context HttpServletRequest request) {
        return tenants.forPage(requests.require(request))
                .access()
                .life()
                .tenant()
                .value();
    }

    @POST
    @Path("auth/f")
    @Consumes("*/*")
    public String form(@Context HttpServletRequest request) {
        return page(request);
    }

    @GET
    @Path("{route: (skip/.*)|token}")
    public String api(@Context HttpServletRequest request) {
        return tenants.forApi(requests.require(request)).life().tenant().value();
    }
}

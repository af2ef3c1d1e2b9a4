package dev.tenantry.adapters.http.landing;

import dev.tenantry.adapters.http.html.Assets;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.function.BooleanSupplier;

/** {@code GET /}. */
@Path("/")
public final class LandingResource {

    private final LandingPage page;
    private final BooleanSupplier healthy;

    /** @param healthy whether the server can do its work now */
    public LandingResource(LandingPage page, BooleanSupplier healthy) {
        this.page = page;
        this.healthy = healthy;
    }

    @GET
    @Produces("text/html;charset=utf-8")
    public Response get() {
        return Response.ok(page.render(healthy.getAsBoolean()))
                .header("Content-Security-Policy", Assets.STYLES_ONLY)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}

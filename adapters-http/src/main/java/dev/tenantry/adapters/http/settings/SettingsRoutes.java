package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.json.RequestBody;
import dev.tenantry.domain.model.SettingKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The methods of every settings API. What differs is who may ask, and how a URL says what is asked for. */
public abstract sealed class SettingsRoutes permits SettingsResource, ForgeSettingsResource, ServiceResource {

    private final SettingsExchange exchange;

    SettingsRoutes(SettingsExchange exchange) {
        this.exchange = exchange;
    }

    /** Finds out who asks for what, and lets the method answer. */
    abstract Response serve(HttpServletRequest request, SettingsExchange.Method method);

    /** Returns the key that the URL names, or empty if it names all settings. */
    abstract Optional<SettingKey> key(HttpServletRequest request);

    @GET
    @Produces(RequestBody.JSON)
    public final Response get(@Context HttpServletRequest request) {
        return serve(request, exchange::get);
    }

    @PUT
    public final Response put(@Context HttpServletRequest request) {
        return serve(request, exchange::put);
    }

    @PATCH
    @Produces(RequestBody.JSON)
    public final Response patch(@Context HttpServletRequest request) {
        return serve(request, exchange::patch);
    }

    @DELETE
    public final Response delete(@Context HttpServletRequest request) {
        return serve(request, exchange::delete);
    }

    /** Asks for no proof: what a resource can do is no secret. */
    @OPTIONS
    public final Response options(@Context HttpServletRequest request) {
        return SettingsExchange.options(key(request));
    }
}

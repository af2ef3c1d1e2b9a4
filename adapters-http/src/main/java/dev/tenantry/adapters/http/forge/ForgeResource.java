package dev.tenantry.adapters.http.forge;

import dev.tenantry.adapters.http.auth.InvocationTokens;
import dev.tenantry.adapters.http.json.RequestBody;
import dev.tenantry.adapters.http.lifecycle.TimeLimit;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.port.in.ServeForge;
import dev.tenantry.domain.token.InvocationToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/**
 * {@code POST /forge/lifecycle}, {@code /forge/heartbeat} and {@code /forge/pre-uninstall}: 204 after the commit, 503 if
 * that takes too long, which Forge answers by calling again.
 *
 * <p>Who calls, and where it is installed, is what the token says and not the body, which nobody has signed.
 */
@Path("forge")
public final class ForgeResource {

    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final ServeForge forge;
    private final TimeLimit time;

    /** @param time how long Forge is kept waiting, from when its call has been read */
    public ForgeResource(ServeForge forge, TimeLimit time) {
        this.forge = forge;
        this.time = time;
    }

    @POST
    @Path("lifecycle")
    public void lifecycle(@Context HttpServletRequest request) {
        var token = InvocationTokens.require(request);
        var event = ForgeEvent.parse(RequestBody.readJson(request, MAX_BODY_BYTES));
        event.requireAbout(token.invocation().installation());
        hear(token, event.news());
    }

    @POST
    @Path("heartbeat")
    public void heartbeat(@Context HttpServletRequest request) {
        hear(InvocationTokens.require(request), ForgeNews.HEARTBEAT);
    }

    @POST
    @Path("pre-uninstall")
    public void preUninstall(@Context HttpServletRequest request) {
        hear(InvocationTokens.require(request), ForgeNews.PRE_UNINSTALL);
    }

    private void hear(InvocationToken token, ForgeNews news) {
        time.run(() -> forge.hear(token, news));
    }
}

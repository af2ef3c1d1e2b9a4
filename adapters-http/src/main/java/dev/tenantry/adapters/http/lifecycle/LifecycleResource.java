package dev.tenantry.adapters.http.lifecycle;

import dev.tenantry.adapters.http.auth.ClaimedTenant;
import dev.tenantry.adapters.http.auth.SignedRequests;
import dev.tenantry.adapters.http.json.RequestBody;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.ManageLifecycle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/**
 * {@code POST /installed}, {@code /uninstalled}, {@code /enabled} and {@code /disabled}: 204 after the commit, 503 if that
 * takes too long.
 *
 * <p>Source: Atlassian, "Lifecycle" (Connect for Jira and Confluence) and "App descriptor" (Bitbucket).
 */
@Path("/")
public final class LifecycleResource {

    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final SignedRequests requests;
    private final AuthenticateTenant tenants;
    private final ManageLifecycle lifecycle;
    private final TimeLimit time;

    /** @param time how long the host is kept waiting, from when its call has been read */
    public LifecycleResource(
            SignedRequests requests, AuthenticateTenant tenants, ManageLifecycle lifecycle, TimeLimit time) {
        this.requests = requests;
        this.tenants = tenants;
        this.lifecycle = lifecycle;
        this.time = time;
    }

    @POST
    @Path("installed")
    public void installed(@Context HttpServletRequest request) {
        var signed = requests.find(request);
        var payload = payload(request, "installed");
        var installation = payload.installation();
        var secret = payload.secret();
        // Before the authentication, which may fetch a key
        LifecycleEvent.Installed.requireSecret(installation, secret);
        time.run(() -> lifecycle.apply(
                new LifecycleEvent.Installed(tenants.forInstalled(signed, payload.facts()), installation, secret)));
    }

    @POST
    @Path("uninstalled")
    public void uninstalled(@Context HttpServletRequest request) {
        var signed = requests.require(request);
        var payload = payload(request, "uninstalled");
        time.run(
                () -> lifecycle.apply(new LifecycleEvent.Uninstalled(tenants.forUninstalled(signed, payload.facts()))));
    }

    @POST
    @Path("enabled")
    public void enabled(@Context HttpServletRequest request) {
        var signed = requests.require(request);
        var payload = payload(request, "enabled");
        time.run(() -> lifecycle.apply(new LifecycleEvent.Enabled(tenants.forToggle(signed, payload.facts()))));
    }

    @POST
    @Path("disabled")
    public void disabled(@Context HttpServletRequest request) {
        var signed = requests.require(request);
        var payload = payload(request, "disabled");
        time.run(() -> lifecycle.apply(new LifecycleEvent.Disabled(tenants.forToggle(signed, payload.facts()))));
    }

    private static Payload payload(HttpServletRequest request, String event) {
        var payload = Payload.parse(RequestBody.readJson(request, MAX_BODY_BYTES));
        ClaimedTenant.note(request, payload.tenant().value());
        payload.requireEvent(event);
        return payload;
    }
}

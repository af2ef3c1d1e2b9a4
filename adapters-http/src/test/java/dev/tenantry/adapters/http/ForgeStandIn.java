package dev.tenantry.adapters.http;

import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.ForgeApp;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.in.ServeForge;
import dev.tenantry.domain.port.out.LinkEvidence;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.ForgeService;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One Forge installation of the app, as Forge's own servers would call for it.
 *
 * @param id its bare id, as lifecycle events have it
 */
record ForgeStandIn(String id, Clock clock) {

    static final ForgeApp APP = new ForgeApp("8db33809-1f32-48bb-8c52-5877dab48107", "");

    /** Signs for Forge: a host like the other, with keys of its own. */
    static final HostStandIn FORGE = new HostStandIn();

    static ServeForge service(App app, Storage storage, ManageLifecycle lifecycle, Clock clock) {
        return service(app, storage, lifecycle, host(LinkEvidence.NONE, clock));
    }

    static ServeForge service(App app, Storage storage, ManageLifecycle lifecycle, ForgeService.Host host) {
        return new ForgeService(new ForgeService.Apps(app, APP), storage, lifecycle, host);
    }

    /** Returns what Forge can be asked, with the evidence of a test. */
    static ForgeService.Host host(LinkEvidence evidence, Clock clock) {
        return new ForgeService.Host(FORGE, evidence, clock, false);
    }

    String ari() {
        return "ari:cloud:ecosystem::installation/" + id;
    }

    /** Returns claims as Forge makes them for its own calls, which no user makes. */
    Map<String, Object> claims() {
        long now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "forge/invocation-token");
        claims.put("aud", APP.id());
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + 25);
        claims.put("jti", "a token's own name");
        claims.put("app", app());
        return claims;
    }

    Map<String, Object> app() {
        var site =
                Map.of("name", "jira", "cloudId", "site-of-" + id, "apiBaseUrl", "https://api.atlassian.com/ex/jira/1");
        return Map.of(
                "id", APP.id(),
                "appVersion", "4.0.0",
                "installationId", ari(),
                "apiBaseUrl", "https://api.atlassian.com/ex/jira/1",
                "environment", Map.of("type", "PRODUCTION", "id", "ari:cloud:ecosystem::environment/1"),
                "installation", Map.of("id", ari(), "contexts", List.of(site)));
    }

    /** Signs a call as Forge does when the app itself calls. */
    Call signed(Call call) {
        return bearer(call, FORGE.sign(claims()));
    }

    /** Signs a call as Forge does when a page calls for its user. */
    Call byUser(Call call) {
        var claims = claims();
        claims.put("principal", "account-1");
        return bearer(call, FORGE.sign(claims));
    }

    static Call bearer(Call call, String token) {
        return call.header("Authorization", "Bearer " + token);
    }

    Call lifecycle(String event) {
        return signed(Call.of("POST", "/forge/lifecycle").json(body(event)));
    }

    String body(String event) {
        return """
                {"id":"%s","eventType":"avi:forge:%s:app","app":{"id":"%s","version":"4"},"installerAccountId":"account-9"}""".formatted(id, event, APP.id());
    }

    Call post(String path) {
        return signed(Call.of("POST", path).json("{\"context\":{\"cloudId\":\"site-of-" + id + "\"}}"));
    }

    Call get(String key) {
        return signed(Call.of("GET", "/forge/api/settings/" + key));
    }

    Call put(String key, String json) {
        return signed(Call.of("PUT", "/forge/api/settings/" + key).json(json));
    }
}

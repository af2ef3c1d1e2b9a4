package dev.tenantry.adapters.http;

import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Product;
import java.time.Clock;
import java.util.List;

/**
 * One site that has, or will have, the app: it makes properly signed calls.
 *
 * @param clientKey its tenant id
 * @param secret what it shares with the app
 */
record Site(HostStandIn host, Clock clock, String clientKey, String secret) {

    static final String APP_KEY = "com.example.app";
    static final String BASE_URL = "https://app.example.com";

    static App jiraApp() {
        return new App(
                APP_KEY, Product.JIRA, List.of(BASE_URL, "https://old.example.com"), Product.JIRA.usualHosts(), false);
    }

    Call callback(String event) {
        return callback(event, body(event));
    }

    Call callback(String event, String body) {
        var call = Call.of("POST", "/" + event).json(body);
        boolean byKey = event.endsWith("installed");
        var claims = Tokens.claims(clientKey, clock.instant(), call);
        claims.put("aud", byKey ? List.of(BASE_URL) : List.of(clientKey));
        return call.token(byKey ? host.sign(claims) : Tokens.hs256(claims, secret));
    }

    String body(String event) {
        return """
                {"key":"%s","clientKey":"%s","sharedSecret":"%s","baseUrl":"https://one.atlassian.net",\
                "productType":"jira","eventType":"%s"}""".formatted(APP_KEY, clientKey, secret, event);
    }

    /** Returns a signed call of the API. */
    Call api(String method, String target) {
        return signed(Call.of(method, target));
    }

    Call get(String key) {
        return api("GET", "/api/settings/" + key);
    }

    Call put(String key, String json) {
        return api("PUT", "/api/settings/" + key).json(json);
    }

    Call merge(String key, String json) {
        return api("PATCH", "/api/settings/" + key).body("application/merge-patch+json", json);
    }

    Call patch(String key, String json) {
        return api("PATCH", "/api/settings/" + key).body("application/json-patch+json", json);
    }

    /** Signs a call of the API as the app itself does. */
    Call signed(Call call) {
        return call.token(Tokens.hs256(Tokens.claims(clientKey, clock.instant(), call), secret));
    }

    /** Returns the call by which the host's frame opens a page: its token stands in the query. */
    Call frame(String target) {
        var token = Tokens.hs256(Tokens.claims(clientKey, clock.instant(), Call.of("GET", target)), secret);
        return Call.of("GET", target + (target.indexOf('?') < 0 ? '?' : '&') + "jwt=" + token);
    }

    /** Signs a call of the API as a page does on behalf of its user. */
    Call fromPage(Call call) {
        return call.token(Tokens.hs256(Tokens.claims(clientKey, clock.instant(), "context-qsh"), secret));
    }
}

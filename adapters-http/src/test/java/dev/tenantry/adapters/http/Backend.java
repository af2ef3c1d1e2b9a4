package dev.tenantry.adapters.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The app's own backend, which speaks for any tenant.
 *
 * @param tenant for which it speaks now
 */
record Backend(String tenant) {

    static Backend of(Site site) {
        return new Backend(site.clientKey());
    }

    /** Returns a call that carries the service's token. */
    static Call call(String method, String target) {
        return Call.of(method, target).header("Authorization", "Bearer " + TestServer.TOKEN);
    }

    Call all() {
        return call("GET", path(""));
    }

    Call get(String key) {
        return call("GET", path('/' + key));
    }

    Call put(String key, String json) {
        return call("PUT", path('/' + key)).json(json);
    }

    Call delete(String key) {
        return call("DELETE", path('/' + key));
    }

    Call patch(String key, String type, String json) {
        return call("PATCH", path('/' + key)).body(type, json);
    }

    private String path(String rest) {
        return "/service/tenants/" + encode(tenant) + "/settings" + rest;
    }

    static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}

package dev.tenantry.app.simulate;

import java.util.Map;

/** The whole life of one tenant, step by step. */
final class Play {

    private static final String API = "/api/settings";
    private static final String DEFAULT = API + "/appSettings";
    private static final String GREETING = API + "/greeting";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Host host;
    private final boolean toggles;
    private final Narrator narrator;

    /** @param toggles whether the host product tells {@code enabled} and {@code disabled}; Bitbucket does not */
    Play(Host host, boolean toggles, Narrator narrator) {
        this.host = host;
        this.toggles = toggles;
        this.narrator = narrator;
    }

    /** Installs the app and uses its settings. */
    void install() {
        narrator.step("The site installs the app. The host tells it so, and which secret they share from now on.");
        narrator.exchange("POST /installed", host.install(), 204);
        narrator.step("The app's backend reads the settings that every new tenant starts with.");
        call("GET", API, Map.of(), "", 200);
        narrator.step("It writes a setting of its own. The ETag names this very value.");
        var first = call("PUT", GREETING, JSON, "{\"text\":\"hello\",\"size\":1.0}", 201);
        call("GET", GREETING, Map.of(), "", 200);
        patch(first);
    }

    private void patch(Reply first) {
        narrator.step("It changes one member, if nobody has changed the value since. The number keeps its text.");
        call("PATCH", GREETING, ifMatch(first.etag(), MERGE_PATCH), "{\"text\":\"good morning\"}", 200);
        narrator.step("Somebody else still has the old ETag. The write is refused, and no update is lost.");
        call("PATCH", GREETING, ifMatch(first.etag(), MERGE_PATCH), "{\"text\":\"never\"}", 412);
    }

    /** Switches the app off and on again. */
    void toggle() {
        if (!toggles) {
            return;
        }
        var before = host.token("GET", GREETING);
        narrator.step("An administrator disables the app. A token from before is worth nothing now.");
        narrator.exchange("POST /disabled", host.tell("disabled"), 204);
        narrator.exchange("GET " + GREETING, host.callWith(before, GREETING), 401);
        narrator.step("The app is enabled again, and everything is as it was.");
        narrator.exchange("POST /enabled", host.tell("enabled"), 204);
        call("GET", GREETING, Map.of(), "", 200);
    }

    /** Uninstalls the app and shows that nothing is left. */
    void uninstall() {
        narrator.step("The site uninstalls the app. Its tokens are worth nothing from now on.");
        narrator.exchange("POST /uninstalled", host.tell("uninstalled"), 204);
        call("GET", GREETING, Map.of(), "", 401);
        narrator.step("Was the row deleted? The site installs the app once more to look: it starts with the defaults.");
        narrator.exchange("POST /installed", host.install(), 204);
        call("GET", GREETING, Map.of(), "", 404);
        call("GET", DEFAULT, Map.of(), "", 200);
        narrator.step("The site uninstalls the app for good.");
        narrator.exchange("POST /uninstalled", host.tell("uninstalled"), 204);
    }

    private Reply call(String method, String path, Map<String, String> headers, String body, int expected) {
        var reply = host.call(method, path, headers, body);
        narrator.exchange(method + " " + path, reply, expected);
        return reply;
    }

    private static Map<String, String> ifMatch(String etag, String mediaType) {
        return Map.of("If-Match", etag, "Content-Type", mediaType);
    }
}

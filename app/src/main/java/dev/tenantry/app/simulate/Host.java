package dev.tenantry.app.simulate;

import dev.tenantry.domain.token.Qsh;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stand-in host: calls the app in the name of one site, each call signed as that host product signs it. */
final class Host {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final AppClient app;
    private final HostSigner signer;
    private final InstallKeyServer keys;
    private Site site;
    private Optional<String> agreedSecret = Optional.empty();

    Host(AppClient app, HostSigner signer, InstallKeyServer keys, Site site) {
        this.app = app;
        this.signer = signer;
        this.keys = keys;
        this.site = site;
    }

    /** Installs the app, with a secret that was never used before. */
    Reply install() {
        site = site.withNewSecret();
        var reply = callback("installed");
        agreedSecret = Optional.of(site.secret());
        return reply;
    }

    /** Tells the app one of {@code uninstalled}, {@code enabled} and {@code disabled}. */
    Reply tell(String event) {
        return callback(event);
    }

    /** Calls the settings API as the app's own backend does. */
    Reply call(String method, String path, Map<String, String> headers, String body) {
        return app.send(method, path, authorized(token(method, path), headers), body);
    }

    /** Calls the settings API with a token made before. */
    Reply callWith(String token, String path) {
        return app.send("GET", path, authorized(token, Map.of()), "");
    }

    /** Returns a token for one request line, signed with the shared secret. */
    String token(String method, String path) {
        return signer.withSecret(site.secret(), method, path);
    }

    /** Returns the token with which a frame opens a page for a user. */
    String pageToken(String path, Account account) {
        return signer.forUser(site.secret(), Qsh.of("GET", path, "").orElseThrow(), account);
    }

    /** Returns the token with which a page calls the app's API for a user. */
    String contextToken(Account account) {
        return signer.forUser(site.secret(), Qsh.CONTEXT, account);
    }

    private Reply callback(String event) {
        var path = "/" + event;
        var headers =
                callbackToken(event, path).map(token -> authorized(token, JSON)).orElse(JSON);
        return app.send("POST", path, headers, site.payload(event));
    }

    /** Bitbucket signs with the secret that was agreed before, and so its very first call not at all. */
    private Optional<String> callbackToken(String event, String path) {
        boolean byKey = event.equals("installed") || event.equals("uninstalled");
        if (byKey && site.product().hasInstallKeys()) {
            return Optional.of(signer.withInstallKey(keys.privateKey(), "POST", path));
        }
        return agreedSecret.map(secret -> signer.withSecret(secret, "POST", path));
    }

    private static Map<String, String> authorized(String token, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.put("Authorization", "JWT " + token);
        return all;
    }
}

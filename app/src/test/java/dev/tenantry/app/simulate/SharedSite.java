package dev.tenantry.app.simulate;

import dev.tenantry.app.TenantryProcess;
import dev.tenantry.domain.model.Product;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One site that calls whichever server it likes; safe for use by many threads. */
final class SharedSite {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final List<AppClient> servers;
    private final InstallKeyServer keys;
    private final HostSigner signer;
    private volatile Site site;

    private SharedSite(List<AppClient> servers, InstallKeyServer keys, Site site) {
        this.servers = servers;
        this.keys = keys;
        this.signer = new HostSigner(TenantryProcess.BASE_URL, site.clientKey(), Clock.systemUTC());
        this.site = site;
    }

    /** Invents a site in which the app was never installed. */
    static SharedSite invent(List<URI> servers, InstallKeyServer keys) {
        var clients = servers.stream().map(AppClient::new).toList();
        return new SharedSite(clients, keys, Site.invent(Product.JIRA, "dev.tenantry.app"));
    }

    /** Returns somebody who knows the secret of now, and does not hear of the next. */
    SharedSite asOfNow() {
        return new SharedSite(servers, keys, site);
    }

    /** Returns a name for the life that began with the secret of now, which does not tell the secret. */
    String life() {
        return Integer.toHexString(site.secret().hashCode());
    }

    /** Tells one server {@code installed} with a new secret, which calls use from then on. */
    Reply install(int server) {
        var next = site.withNewSecret();
        var reply = tell(server, "installed", next);
        site = next;
        return reply;
    }

    Reply uninstall(int server) {
        return tell(server, "uninstalled", site);
    }

    private Reply tell(int server, String event, Site as) {
        var path = "/" + event;
        var token = signer.withInstallKey(keys.privateKey(), "POST", path);
        return send(server, "POST", path, JSON, token, as.payload(event));
    }

    /** Calls the settings API of one server. */
    Reply get(int server, String path) {
        return send(server, "GET", path, Map.of(), token("GET", path), "");
    }

    /** Puts a value on one condition, {@code If-Match: "etag"} for example. */
    Reply put(int server, String path, String value, Map<String, String> condition) {
        var headers = new HashMap<>(JSON);
        headers.putAll(condition);
        return send(server, "PUT", path, headers, token("PUT", path), value);
    }

    private String token(String method, String path) {
        return signer.withSecret(site.secret(), method, path);
    }

    private Reply send(int server, String method, String path, Map<String, String> headers, String token, String body) {
        var all = new HashMap<>(headers);
        all.put("Authorization", "JWT " + token);
        return servers.get(server % servers.size()).send(method, path, all, body);
    }
}

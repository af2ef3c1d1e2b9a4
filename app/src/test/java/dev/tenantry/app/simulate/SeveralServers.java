package dev.tenantry.app.simulate;

import dev.tenantry.app.Backend;
import dev.tenantry.app.TenantryProcess;
import dev.tenantry.domain.testkit.Scratch;
import dev.tenantry.domain.testkit.Wait;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Three servers, each a process of its own, on one database. */
final class SeveralServers implements AutoCloseable {

    /** How many there are. */
    static final int COUNT = 3;

    private final InstallKeyServer keys;
    private final List<TenantryProcess> processes = new ArrayList<>();
    private final List<URI> urls = new ArrayList<>();

    private SeveralServers(InstallKeyServer keys) {
        this.keys = keys;
    }

    /** Starts the database, prepares it and starts the servers. */
    static SeveralServers start(Backend backend) throws Exception {
        var folder = Scratch.newFolder("several");
        Scratch.atExit(() -> {}, folder);
        var servers = new SeveralServers(InstallKeyServer.start(0));
        var variables = new HashMap<>(backend.start(folder));
        variables.put("TENANTRY_INSTALL_KEYS_URL", servers.keys.url().toString());
        TenantryProcess.prepare(folder, variables);
        for (int n = 0; n < COUNT; n++) {
            var server = TenantryProcess.start(folder, variables);
            servers.processes.add(server);
            servers.urls.add(server.url());
        }
        servers.awaitKeys();
        return servers;
    }

    /** Each fetches the install key for its first callback, and a busy machine may take longer than a host should. */
    private void awaitKeys() {
        for (int n = 0; n < COUNT; n++) {
            int server = n;
            Wait.until(
                    "the install key to be known",
                    () -> newSite().install(server).status() == 204);
        }
    }

    /** Returns a site in which the app was never installed. */
    SharedSite newSite() {
        return SharedSite.invent(urls, keys);
    }

    @Override
    public void close() {
        processes.forEach(TenantryProcess::close);
        keys.close();
    }
}

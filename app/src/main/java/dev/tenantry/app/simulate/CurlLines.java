package dev.tenantry.app.simulate;

import java.io.PrintStream;
import java.net.URI;

/** Prints calls of the settings API to be pasted into a shell while their tokens live. */
final class CurlLines {

    private static final String PATH = "/api/settings/appSettings";

    private CurlLines() {}

    static void print(URI app, Host host, PrintStream out) {
        out.println();
        out.println("# For the next three minutes:");
        out.println(line(app, host, "GET", ""));
        out.println(line(app, host, "PUT", " -H 'Content-Type: application/json' -d '{\"settings1\":\"changed\"}'"));
        out.println(line(app, host, "DELETE", ""));
    }

    private static String line(URI app, Host host, String method, String body) {
        return "curl -i -X " + method + " -H 'Authorization: JWT " + host.token(method, PATH) + "'" + body + " " + app
                + PATH;
    }
}

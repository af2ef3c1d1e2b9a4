package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.model.Product;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * One run of the play against one server, told on standard output.
 *
 * @param url the server
 * @param host the site that calls it
 * @param around what the server knows of it
 */
record Performance(URI url, Host host, Surroundings around) {

    /**
     * Invents a site for the app that this server serves.
     *
     * @throws IllegalArgumentException if it serves none
     */
    static Performance of(URI url, InstallKeyServer keys, Surroundings around) throws IOException {
        var client = new AppClient(url);
        var descriptor = descriptor(client);
        var invented = Site.invent(around.product(), descriptor.path("key").asText());
        var site = around.window().map(window -> invented.at(window.url())).orElse(invented);
        var baseUrl = URI.create(descriptor.path("baseUrl").asText());
        var host = new Host(client, new HostSigner(baseUrl, site.clientKey(), Clock.systemUTC()), keys, site);
        System.out.println("The app " + site.appKey() + " is served at " + url + ".");
        System.out.println("The site is " + site + ".");
        System.out.println(
                "Its install key lies at " + keys.url() + ", which must be the server's app.installKeysUrl.");
        return new Performance(url, host, around);
    }

    /** Plays, and returns whether every answer was the expected one. */
    boolean play(boolean staysInstalled) {
        var narrator = new Narrator(System.out);
        var play = new Play(host, around.product() != Product.BITBUCKET, narrator);
        play.install();
        play.toggle();
        if (!staysInstalled) {
            play.uninstall();
        }
        around.window().ifPresent(window -> window.show(host, url));
        return narrator.conclude();
    }

    /** Prints calls to paste. */
    void printCurlLines() {
        CurlLines.print(url, host, System.out);
    }

    private static JsonNode descriptor(AppClient client) throws IOException {
        var reply = client.send("GET", "/atlassian-connect.json", Map.of(), "");
        var descriptor = new ObjectMapper().readTree(reply.body());
        if (!descriptor.path("key").isTextual() || !descriptor.path("baseUrl").isTextual()) {
            throw new IllegalArgumentException("there is no app descriptor at /atlassian-connect.json");
        }
        return descriptor;
    }
}

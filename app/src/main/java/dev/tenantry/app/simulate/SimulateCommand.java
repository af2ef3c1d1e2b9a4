package dev.tenantry.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.app.command.PlainCommand;
import dev.tenantry.domain.model.Product;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code simulate}: a stand-in host that installs the app with properly signed requests, uses its settings and uninstalls
 * it, so that anybody can see the whole lifecycle without a site.
 */
public final class SimulateCommand extends PlainCommand {

    private static final int USUAL_KEYS_PORT = 9099;

    private final Application<?> application;

    /** @param application what to run if no server is named */
    public SimulateCommand(Application<?> application) {
        super("simulate", "Plays a host that installs the app, uses its settings and uninstalls it");
        this.application = application;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("url")
                .nargs("?")
                .help("the base URL of a running Tenantry; without it, one is started for the play");
        parser.addArgument("--keys-port")
                .type(Integer.class)
                .help(
                        "the loopback port of the install keys, 9099 if absent; the server's app.installKeysUrl must name it");
        parser.addArgument("--product").setDefault("jira").choices("jira", "confluence", "bitbucket");
        parser.addArgument("--keep").action(Arguments.storeTrue()).help("leave the tenant installed");
        parser.addArgument("--curl")
                .action(Arguments.storeTrue())
                .help("leave it installed and print curl lines for it");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        var product = Product.valueOf(arguments.getString("product").toUpperCase(Locale.ROOT));
        boolean own = arguments.getString("url") == null;
        boolean right;
        try (var keys = InstallKeyServer.start(keysPort(arguments, own))) {
            var url = own ? new OwnServer(application).start(keys.url(), product) : target(arguments);
            right = play(url, product, keys, arguments);
        }
        if (own && right && staysInstalled(arguments)) {
            System.out.println("The server runs until you press Ctrl-C; no further site can install the app.");
        } else {
            System.exit(right ? 0 : 1);
        }
    }

    private static int keysPort(Namespace arguments, boolean own) {
        int usual = own ? 0 : USUAL_KEYS_PORT;
        return Objects.requireNonNullElse(arguments.getInt("keys_port"), usual);
    }

    private static boolean staysInstalled(Namespace arguments) {
        return arguments.getBoolean("curl") || arguments.getBoolean("keep");
    }

    private static boolean play(URI url, Product product, InstallKeyServer keys, Namespace arguments)
            throws IOException {
        var narrator = new Narrator(System.out);
        var client = new AppClient(url);
        var descriptor = descriptor(client);
        var site = Site.invent(product, descriptor.path("key").asText());
        var baseUrl = URI.create(descriptor.path("baseUrl").asText());
        var host = new Host(client, new HostSigner(baseUrl, site.clientKey(), Clock.systemUTC()), keys, site);
        narrator.say("The app " + site.appKey() + " is served at " + url + ".");
        narrator.say("The site is " + site + ".");
        narrator.say("Its install key lies at " + keys.url() + ", which must be the server's app.installKeysUrl.");
        var play = new Play(host, product != Product.BITBUCKET, narrator);
        play.install();
        play.toggle();
        if (!staysInstalled(arguments)) {
            play.uninstall();
        }
        boolean right = narrator.conclude();
        if (arguments.getBoolean("curl")) {
            CurlLines.print(url, host, System.out);
        }
        return right;
    }

    private static JsonNode descriptor(AppClient client) throws IOException {
        var reply = client.send("GET", "/atlassian-connect.json", Map.of(), "");
        var descriptor = new ObjectMapper().readTree(reply.body());
        if (!descriptor.path("key").isTextual() || !descriptor.path("baseUrl").isTextual()) {
            throw new IllegalArgumentException("there is no app descriptor at /atlassian-connect.json");
        }
        return descriptor;
    }

    private static URI target(Namespace arguments) {
        var url = arguments.getString("url");
        return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }
}

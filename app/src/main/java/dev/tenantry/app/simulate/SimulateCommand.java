package dev.tenantry.app.simulate;

import dev.tenantry.app.command.PlainCommand;
import dev.tenantry.domain.model.Product;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code simulate}: a stand-in host that installs the app with properly signed requests, uses its settings and uninstalls
 * it, so that anybody can see the whole lifecycle without a site.
 */
public final class SimulateCommand extends PlainCommand {

    private static final int USUAL_KEYS_PORT = 9099;
    private static final int USUAL_HOST_PORT = 9098;

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
        addFlag(parser, "--keep", "leave the tenant installed");
        addFlag(parser, "--curl", "leave it installed and print curl lines for it");
        addFlag(parser, "--open", "leave it installed and show its settings page in a browser, until Ctrl-C");
        addFlag(parser, "--no-browser", "with --open: only print where the page is");
        parser.addArgument("--host-port")
                .type(Integer.class)
                .help("with --open and a url: the loopback port of the page around it, 9098 if absent; the server's"
                        + " app.hostScriptUrl and app.allowedHosts must name it");
    }

    private static void addFlag(Subparser parser, String name, String help) {
        parser.addArgument(name).action(Arguments.storeTrue()).help(help);
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        boolean own = arguments.getString("url") == null;
        boolean right;
        try (var keys = InstallKeyServer.start(port(arguments, "keys_port", USUAL_KEYS_PORT))) {
            var around = surroundings(arguments, keys);
            var url = own ? new OwnServer(application).start(around) : target(arguments);
            var performance = Performance.of(url, keys, around);
            right = performance.play(staysInstalled(arguments));
            if (arguments.getBoolean("curl")) {
                performance.printCurlLines();
            }
            around.window().ifPresent(window -> Browser.show(window.url(), !arguments.getBoolean("no_browser")));
        }
        boolean shown = arguments.getBoolean("open");
        if (right && (shown || (own && staysInstalled(arguments)))) {
            System.out.println("This runs until you press Ctrl-C; no further site can install the app.");
        } else {
            System.exit(right ? 0 : 1);
        }
    }

    private static Surroundings surroundings(Namespace arguments, InstallKeyServer keys) throws IOException {
        var product = Product.valueOf(arguments.getString("product").toUpperCase(Locale.ROOT));
        Optional<StandInHost> window = arguments.getBoolean("open")
                ? Optional.of(StandInHost.start(port(arguments, "host_port", USUAL_HOST_PORT), product))
                : Optional.empty();
        return new Surroundings(product, keys.url(), window);
    }

    /** A server of our own is told the port; another one was told before. */
    private static int port(Namespace arguments, String name, int usual) {
        return Objects.requireNonNullElse(arguments.getInt(name), arguments.getString("url") == null ? 0 : usual);
    }

    private static boolean staysInstalled(Namespace arguments) {
        return arguments.getBoolean("curl") || arguments.getBoolean("keep") || arguments.getBoolean("open");
    }

    private static URI target(Namespace arguments) {
        var url = arguments.getString("url");
        return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }
}

package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenantry.app.Backend;
import dev.tenantry.app.RunningServer;
import dev.tenantry.app.TenantryProcess;
import dev.tenantry.domain.model.Product;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stand-in host against the whole application: every answer is the expected one, for every product. */
class PlayTest {

    private static final String APP_KEY = "dev.tenantry.app";

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private boolean play(Product product, URI server, InstallKeyServer keys) {
        var site = Site.invent(product, APP_KEY);
        var signer = new HostSigner(TenantryProcess.BASE_URL, site.clientKey(), Clock.systemUTC());
        var host = new Host(new AppClient(server), signer, keys, site);
        var narrator = new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8));
        var play = new Play(host, product != Product.BITBUCKET, narrator);
        play.install();
        play.toggle();
        play.uninstall();
        return narrator.conclude();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void theWholeLifePlaysOnTheEmbeddedStore(Product product) throws Exception {
        try (var keys = InstallKeyServer.start(0);
                var server = RunningServer.start(product, "jdbc:sqlite:" + folder.resolve("tenantry.db"), keys.url())) {
            boolean right = play(product, server.url(), keys);
            assertThat(right).as(told.toString(StandardCharsets.UTF_8)).isTrue();
        }
    }

    /** As an operator does: the same program and the same config.yml, and two variables of the environment. */
    @ParameterizedTest
    @EnumSource
    void theWholeLifePlaysOnEveryBackend(Backend backend) throws Exception {
        assumeTrue(backend.isWanted(), "there is no such server here");
        try (var keys = InstallKeyServer.start(0)) {
            var variables = new HashMap<>(backend.start(folder));
            variables.put("TENANTRY_INSTALL_KEYS_URL", keys.url().toString());
            TenantryProcess.prepare(folder, variables);
            try (var server = TenantryProcess.start(folder, variables)) {
                boolean right = play(Product.JIRA, server.url(), keys);
                assertThat(right).as(told.toString(StandardCharsets.UTF_8)).isTrue();
            }
        }
    }
}

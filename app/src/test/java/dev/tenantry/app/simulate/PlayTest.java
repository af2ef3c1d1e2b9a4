package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.Cli;
import dev.tenantry.app.RunningServer;
import dev.tenantry.domain.model.Product;
import io.dropwizard.testing.ResourceHelpers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stand-in host against the whole application: every answer is the expected one, for every product. */
class PlayTest {

    private static final URI BASE_URL = URI.create("https://tenantry.example.com");
    private static final String APP_KEY = "dev.tenantry.app";

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private boolean play(Product product, String storageUrl) throws Exception {
        try (var keys = InstallKeyServer.start(0);
                var server = RunningServer.start(product, storageUrl, keys.url())) {
            var site = Site.invent(product, APP_KEY);
            var signer = new HostSigner(BASE_URL, site.clientKey(), Clock.systemUTC());
            var host = new Host(new AppClient(server.url()), signer, keys, site);
            var narrator = new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8));
            var play = new Play(host, product != Product.BITBUCKET, narrator);
            play.install();
            play.toggle();
            play.uninstall();
            return narrator.conclude();
        }
    }

    private String fileFor(String storageUrl) throws IOException {
        var yaml = new YAMLMapper();
        var shipped = yaml.readTree(
                Path.of(ResourceHelpers.resourceFilePath("config.yml")).toFile());
        ((ObjectNode) shipped.path("storage")).put("url", storageUrl);
        return Files.writeString(folder.resolve("config.yml"), yaml.writeValueAsString(shipped))
                .toString();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void theWholeLifePlaysOnTheEmbeddedStore(Product product) throws Exception {
        boolean right = play(product, "jdbc:sqlite:" + folder.resolve("tenantry.db"));
        assertThat(right).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }

    @Test
    void theWholeLifePlaysOnPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            assertThat(new Cli().run("prepare", fileFor(url))).isTrue();
            assertThat(play(Product.JIRA, url))
                    .as(told.toString(StandardCharsets.UTF_8))
                    .isTrue();
        }
    }
}

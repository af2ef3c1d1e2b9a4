package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.domain.testkit.Fixtures;
import io.dropwizard.testing.ResourceHelpers;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code storage.readOnly: true}, as shipped. */
class ReadOnlyTest {

    private static final String TOKEN = "a-token-for-this-test-only";

    @TempDir
    private Path folder;

    private RunningServer start(boolean readOnly) throws Exception {
        return RunningServer.start(Map.of(
                "storage.url",
                url(),
                "storage.readOnly",
                String.valueOf(readOnly),
                "service.token",
                TOKEN,
                "lifecycle.purgeInterval",
                "1s"));
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("tenantry.db");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder greeting(RunningServer server) {
        var path = "/service/tenants/acme/settings/greeting";
        return HttpRequest.newBuilder(server.adminUrl().resolve(path)).header("Authorization", "Bearer " + TOKEN);
    }

    private String file(String url) throws Exception {
        var yaml = new YAMLMapper();
        var shipped = yaml.readTree(
                Path.of(ResourceHelpers.resourceFilePath("config.yml")).toFile());
        ((ObjectNode) shipped.path("storage")).put("url", url).put("readOnly", true);
        return Files.writeString(folder.resolve("config.yml"), yaml.writeValueAsString(shipped))
                .toString();
    }

    @Test
    void readsGoOnAndWritesComeAgainLater() throws Exception {
        try (var writing = start(false);
                var storage = writing.openStorage()) {
            SeededStore.install(storage, Fixtures.tenant("acme"));
        }
        try (var server = start(true)) {
            assertThat(send(greeting(server).GET()).body()).isEqualTo("\"hello\"");

            var refused = send(
                    greeting(server).header("Content-Type", "application/json").PUT(BodyPublishers.ofString("1")));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("\"unavailable\"").contains("read-only");
            assertThat(send(greeting(server).GET()).body()).isEqualTo("\"hello\"");
            assertThat(send(HttpRequest.newBuilder(server.adminUrl().resolve("/healthcheck")))
                            .body())
                    .contains("\"storage\":{\"healthy\":true,\"message\":\"read-only\"");
        }
    }

    @Test
    void anUnpreparedStoreThatIsReadOnlyCostsOneSentence() throws Exception {
        var cli = new Cli();
        assertThat(cli.run("server", file(url()))).isFalse();
        assertThat(cli.errors()).startsWith("tenantry: ").contains("with storage.readOnly false");
        assertThat(cli.errors().strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepare", "purge"})
    void commandsThatWriteRefuseBeforeTheyOpenAnything(String command) throws Exception {
        for (var url : new String[] {url(), "jdbc:postgresql://127.0.0.1:1/nobody"}) {
            var cli = new Cli();
            assertThat(cli.run(command, file(url))).isFalse();
            assertThat(cli.errors().strip()).isEqualTo("tenantry: storage.readOnly is true, and this command writes");
        }
        assertThat(folder.resolve("tenantry.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql jdbc:sqlite:x.db", "mongo mongodb://127.0.0.1/x", "redis redis://127.0.0.1:1"})
    void everyBackendTakesTheKey(String typeAndUrl) throws Exception {
        var parts = typeAndUrl.split(" ", 2);
        var file = Path.of(file(parts[1]));
        Files.writeString(file, Files.readString(file).replace("${TENANTRY_STORAGE_TYPE:-sql}", parts[0]));
        assertThat(new Cli().run("check", file.toString())).isTrue();
        var cli = new Cli();
        assertThat(cli.run("purge", file.toString())).isFalse();
        assertThat(cli.errors()).contains("storage.readOnly is true");
    }
}

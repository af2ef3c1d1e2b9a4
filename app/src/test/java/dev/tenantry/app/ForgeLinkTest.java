package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.testkit.Wait;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped server finds its Connect tenant again by the word of the host, from the call of Forge to the report. */
class ForgeLinkTest {

    private static final String FIRST = "ari:cloud:ecosystem::installation/1";
    private static final String AGAIN = "ari:cloud:ecosystem::installation/2";

    /** Forge calls five times in all; a slow machine may need more than one. */
    private static final int CALLS = 5;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private void play(Play play) throws Exception {
        try (var forge = new ForgeCloud();
                var site = new PropertySite();
                var server = RunningServer.start(Map.of(
                        "app.forge.appId",
                        ForgeCloud.APP_ID,
                        "app.forge.jwksUrl",
                        forge.jwksUrl().toString(),
                        "app.forge.apiUrl",
                        forge.apiUrl().toString(),
                        "app.allowedHosts",
                        site.host(),
                        "settings.mirror",
                        "flag",
                        "storage.url",
                        "jdbc:sqlite:" + folder.resolve("tenantry.db")));
                var storage = server.openStorage()) {
            SeededStore.install(storage, site.tenant());
            forge.remember("acme");
            play.on(forge, server, site);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder call(URI url, ForgeCloud forge, String installation) throws Exception {
        return HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + forge.token(installation, ForgeCloud.KID))
                .header("x-forge-oauth-system", ForgeCloud.SYSTEM_TOKEN);
    }

    private int event(RunningServer server, ForgeCloud forge, String path, String installation) throws Exception {
        var body = BodyPublishers.ofString("{\"eventType\":\"avi:forge:installed:app\"}");
        var request = call(server.url().resolve(path), forge, installation).header("Content-Type", "application/json");
        return send(request.POST(body)).statusCode();
    }

    private void tell(RunningServer server, ForgeCloud forge, String path, String installation) throws Exception {
        int status = 0;
        for (int i = 0; i < CALLS && status != 204; i++) {
            status = event(server, forge, path, installation);
        }
        assertThat(status).isEqualTo(204);
    }

    private void write(RunningServer server, ForgeCloud forge, String key, String json) throws Exception {
        var request = call(server.url().resolve("/forge/api/settings/" + key), forge, FIRST)
                .header("Content-Type", "application/json");
        assertThat(send(request.PUT(BodyPublishers.ofString(json))).statusCode())
                .isEqualTo(201);
    }

    private String read(RunningServer server, ForgeCloud forge, String key) throws Exception {
        return send(call(server.url().resolve("/forge/api/settings/" + key), forge, FIRST))
                .body();
    }

    private void assertLinked(RunningServer server, Consumer<JsonNode> links) throws Exception {
        var report = send(HttpRequest.newBuilder(server.adminUrl().resolve("/links")));
        var tenants = new ObjectMapper().readTree(report.body()).path("tenants");
        assertThat(tenants).hasSize(1);
        assertThat(tenants.path(0).path("kind").asText()).isEqualTo("linked");
        links.accept(tenants.path(0).path("links"));
    }

    @Test
    void installationAndItsSuccessorAreLinkedByTheReservedProperty() throws Exception {
        play((forge, server, site) -> {
            tell(server, forge, "/forge/lifecycle", FIRST);
            assertThat(read(server, forge, "greeting")).isEqualTo("\"hello\"");
            tell(server, forge, "/forge/lifecycle", AGAIN);
            assertLinked(server, links -> {
                assertThat(links.findValuesAsText("alias")).contains(FIRST, AGAIN);
                assertThat(links.findValuesAsText("provenance")).containsOnly("host-property");
            });
        });
    }

    @Test
    void silentHostHoldsUpTheEventAndNotTheCall() throws Exception {
        play((forge, server, site) -> {
            forge.beSilent(true);
            assertThat(event(server, forge, "/forge/lifecycle", FIRST)).isEqualTo(503);
            assertThat(read(server, forge, "appSettings")).isEqualTo("{\"settings1\":\"settings1 value\"}");

            forge.beSilent(false);
            tell(server, forge, "/forge/heartbeat", FIRST);
            assertThat(read(server, forge, "greeting")).isEqualTo("\"hello\"");
            assertLinked(
                    server, links -> assertThat(links.findValuesAsText("alias")).contains(FIRST));
        });
    }

    @Test
    void settingsThatAnInstallationBringsAreMirrored() throws Exception {
        play((forge, server, site) -> {
            forge.beSilent(true);
            write(server, forge, "flag", "true");

            forge.beSilent(false);
            tell(server, forge, "/forge/heartbeat", FIRST);
            Wait.until("the copy", () -> site.properties().equals(Map.of("flag", "true")));
        });
    }

    /** What happens between Forge, the server and the tenant's site. */
    private interface Play {
        void on(ForgeCloud forge, RunningServer server, PropertySite site) throws Exception;
    }
}

package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.testkit.Fixtures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped server with a Forge app, seen from Forge and from its operator. */
class ForgeTest {

    private static final String ARI = "ari:cloud:ecosystem::installation/1";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private RunningServer start(ForgeCloud forge) throws Exception {
        return RunningServer.start(Map.of(
                "app.forge.appId",
                ForgeCloud.APP_ID,
                "app.forge.jwksUrl",
                forge.jwksUrl().toString(),
                "app.forge.apiUrl",
                forge.apiUrl().toString(),
                "storage.url",
                "jdbc:sqlite:" + folder.resolve("tenantry.db")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> heartbeat(URI server, String token) throws Exception {
        return send(HttpRequest.newBuilder(server.resolve("/forge/heartbeat"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void installationIsServedAndReported() throws Exception {
        try (var forge = new ForgeCloud();
                var server = start(forge);
                var storage = server.openStorage()) {
            SeededStore.install(storage, Fixtures.tenant("acme"));
            assertThat(heartbeat(server.url(), forge.token(ARI, ForgeCloud.KID)).statusCode())
                    .isEqualTo(204);
            var read = send(HttpRequest.newBuilder(server.url().resolve("/forge/api/settings/appSettings"))
                    .header("Authorization", "Bearer " + forge.token(ARI, ForgeCloud.KID)));
            assertThat(read.body()).isEqualTo("{\"settings1\":\"settings1 value\"}");

            var report = send(HttpRequest.newBuilder(server.adminUrl().resolve("/links")));
            var json = new ObjectMapper().readTree(report.body());
            assertThat(json.path("tenants")).hasSize(2);
            assertThat(json.at("/total/forge-only").asInt()).isEqualTo(1);
            assertThat(json.at("/total/unlinked").asInt()).isEqualTo(1);
            assertThat(json.at("/products/jira/unlinked").asInt()).isEqualTo(1);
        }
    }

    private int put(URI server, String token, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve("/forge/api/settings/appSettings"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"settings1\":\"mine\"}"));
        return send(headers.length == 0 ? request : request.headers(headers)).statusCode();
    }

    /** An installation that Connect never knew shares no secret with the app: only the user's own token can tell. */
    @Test
    void administratorWritesAlsoWhereThereIsNoConnect() throws Exception {
        try (var forge = new ForgeCloud();
                var server = start(forge)) {
            assertThat(heartbeat(server.url(), forge.token(ARI, ForgeCloud.KID)).statusCode())
                    .isEqualTo(204);
            var alice = forge.tokenOfUser(ARI, ForgeCloud.ADMINISTRATOR);
            assertThat(put(server.url(), alice)).isEqualTo(403);
            assertThat(put(server.url(), alice, "x-forge-oauth-user", "another"))
                    .isEqualTo(503);
            assertThat(put(server.url(), alice, "x-forge-oauth-user", ForgeCloud.USER_TOKEN))
                    .isEqualTo(204);
            var bob = forge.tokenOfUser(ARI, "bob");
            assertThat(put(server.url(), bob, "x-forge-oauth-user", ForgeCloud.USER_TOKEN))
                    .isEqualTo(403);
        }
    }

    @Test
    void unknownKeysCostOneFetchOfTheKeySet() throws Exception {
        try (var forge = new ForgeCloud();
                var server = start(forge)) {
            for (int i = 0; i < 20; i++) {
                assertThat(heartbeat(server.url(), forge.token(ARI, "made-up-" + i))
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(heartbeat(server.url(), forge.token(ARI, ForgeCloud.KID)).statusCode())
                    .isEqualTo(204);
            // One more is possible every half minute, which a slow machine may need for this test.
            assertThat(forge.fetches()).isLessThan(20);
        }
    }

    @Test
    void routesAreOffWithoutAForgeApp() throws Exception {
        try (var forge = new ForgeCloud();
                var server =
                        RunningServer.start(Map.of("storage.url", "jdbc:sqlite:" + folder.resolve("tenantry.db")))) {
            assertThat(heartbeat(server.url(), forge.token(ARI, ForgeCloud.KID)).statusCode())
                    .isEqualTo(404);
            assertThat(forge.fetches()).isZero();
        }
    }
}

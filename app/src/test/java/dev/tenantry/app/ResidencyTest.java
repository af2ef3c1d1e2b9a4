package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.token.Hs256;
import dev.tenantry.domain.token.Qsh;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers as shipped, each in a region of its own: one on SQLite, the other on H2. */
class ResidencyTest {

    private static final String ARI = "ari:cloud:ecosystem::installation/1";
    private static final String ORDER =
            "{\"startTime\":\"2026-12-26T00:00:00Z\",\"endTime\":\"2099-12-27T00:00:00Z\",\"location\":\"EU\",\"migrationId\":57500}";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** Returns the credentials with which a host makes a call. */
    @FunctionalInterface
    private interface Signer {
        String authorization(String method, String target) throws Exception;
    }

    private String sqlite() {
        return "jdbc:sqlite:" + folder.resolve("here.db");
    }

    private String h2() {
        return "jdbc:h2:" + folder.resolve("there");
    }

    private RunningServer start(ForgeCloud forge, String region, String url, Map<String, String> more)
            throws Exception {
        var keys = new HashMap<>(more);
        keys.put("app.forge.appId", ForgeCloud.APP_ID);
        keys.put("app.forge.jwksUrl", forge.jwksUrl().toString());
        keys.put("app.region", region);
        keys.put("storage.url", url);
        return RunningServer.start(keys);
    }

    private RunningServer startHere(ForgeCloud forge) throws Exception {
        return start(
                forge,
                "US",
                sqlite(),
                Map.of(
                        "regions.EU.baseUrl", "https://eu.example.com",
                        "regions.EU.storage.type", "sql",
                        "regions.EU.storage.timeout", "20s",
                        "regions.EU.storage.url", h2()));
    }

    private static Signer connect() {
        return (method, target) -> {
            long now = Instant.now().getEpochSecond();
            var header = segment("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
            var claims = segment(new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "iss",
                            "acme",
                            "iat",
                            now,
                            "exp",
                            now + 180,
                            "qsh",
                            Qsh.of(method, target, "").orElseThrow())));
            var input = header + '.' + claims;
            return "JWT " + input + '.' + Hs256.sign(input, new SharedSecret("secret of acme"));
        };
    }

    private static String segment(String json) {
        return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(RunningServer server, Signer signer, String method, String target, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.url() + target))
                .header("Authorization", signer.authorization(method, target))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private int hook(RunningServer server, Signer signer, String target) throws Exception {
        return send(server, signer, "POST", target, ORDER).statusCode();
    }

    private String get(RunningServer server, Signer signer, String target) throws Exception {
        return send(server, signer, "GET", target, "").body();
    }

    private void copy(RunningServer here, Signer signer, String hooks) throws Exception {
        assertThat(hook(here, signer, hooks + "/schedule")).isEqualTo(204);
        assertThat(hook(here, signer, hooks + "/start")).isEqualTo(204);
        String status;
        do {
            status = get(here, signer, hooks + "/status?migrationId=57500");
        } while (status.contains("copying"));
        assertThat(status).isEqualTo("{\"status\":\"ready-to-commit\"}");
    }

    /** Plays the whole of it, with a change at each stage. */
    private void assertNothingIsLost(
            RunningServer here, RunningServer there, Signer signer, String settings, String hooks) throws Exception {
        assertThat(send(here, signer, "PUT", settings + "/before", "1.0").statusCode())
                .isEqualTo(201);
        copy(here, signer, hooks);
        assertThat(send(here, signer, "PUT", settings + "/before", "2.0").statusCode())
                .isEqualTo(204);
        assertThat(send(here, signer, "PUT", settings + "/during", "{\"a\":1}").statusCode())
                .isEqualTo(201);
        var before = get(here, signer, settings);
        assertThat(hook(here, signer, hooks + "/rollback")).isEqualTo(204);
        assertThat(get(here, signer, settings)).isEqualTo(before);

        copy(here, signer, hooks);
        assertThat(hook(here, signer, hooks + "/commit")).isEqualTo(204);
        assertThat(get(there, signer, settings)).isEqualTo(before);
        assertThat(send(here, signer, "GET", settings, "").statusCode()).isEqualTo(401);
        assertThat(hook(here, signer, hooks + "/commit")).isEqualTo(204);
        assertThat(hook(there, signer, hooks + "/commit")).isEqualTo(204);

        assertThat(send(there, signer, "PUT", settings + "/after", "null").statusCode())
                .isEqualTo(201);
        var after = get(there, signer, settings);
        assertThat(hook(here, signer, hooks + "/rollback")).isEqualTo(204);
        assertThat(get(here, signer, settings)).isEqualTo(after);
        assertThat(get(here, signer, settings + "/before")).isEqualTo("2.0");
    }

    @Test
    void connectTenantGoesAndComesBackWithAllThatIsIts() throws Exception {
        try (var forge = new ForgeCloud();
                var there = start(forge, "EU", h2(), Map.of());
                var here = startHere(forge);
                var storage = here.openStorage()) {
            SeededStore.install(storage, Fixtures.tenant("acme"));
            assertNothingIsLost(here, there, connect(), "/api/settings", "/dare-migration");
            assertThat(send(there, connect(), "GET", "/api/settings", "").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void forgeTenantGoesAndComesBackWithAllThatIsIts() throws Exception {
        try (var forge = new ForgeCloud();
                var there = start(forge, "EU", h2(), Map.of());
                var here = startHere(forge)) {
            Signer signer = (method, target) -> "Bearer " + forge.token(ARI, ForgeCloud.KID);
            assertNothingIsLost(here, there, signer, "/forge/api/settings", "/forge/dare-migration");
        }
    }

    @Test
    void descriptorNamesTheRegions() throws Exception {
        try (var forge = new ForgeCloud();
                var here = startHere(forge)) {
            var descriptor = new ObjectMapper().readTree(get(here, (method, target) -> "", "/atlassian-connect.json"));
            assertThat(descriptor.at("/regionBaseUrls/EU").asText()).isEqualTo("https://eu.example.com");
            assertThat(descriptor.at("/regionBaseUrls/US").asText()).isEqualTo("http://localhost:8080");
            assertThat(descriptor.at("/lifecycle/dare-migration").asText()).isEqualTo("/dare-migration");
        }
    }

    @Test
    void regionOutOfReachStopsNoServer() throws Exception {
        try (var forge = new ForgeCloud();
                var here = start(
                        forge,
                        "US",
                        sqlite(),
                        Map.of(
                                "regions.EU.baseUrl", "https://eu.example.com",
                                "regions.EU.storage.type", "redis",
                                "regions.EU.storage.timeout", "100ms",
                                "regions.EU.storage.url", "redis://127.0.0.1:1"));
                var storage = here.openStorage()) {
            SeededStore.install(storage, Fixtures.tenant("acme"));
            assertThat(hook(here, connect(), "/dare-migration/schedule")).isEqualTo(204);
            assertThat(hook(here, connect(), "/dare-migration/start")).isEqualTo(204);
            assertThat(get(here, connect(), "/dare-migration/status?migrationId=57500"))
                    .isEqualTo("{\"status\":\"copying\"}");
            assertThat(get(here, connect(), "/api/settings/greeting")).isEqualTo("\"hello\"");
            assertThat(hook(here, connect(), "/dare-migration/rollback")).isEqualTo(503);
            assertThat(get(here, connect(), "/api/settings/greeting")).isEqualTo("\"hello\"");
        }
    }
}

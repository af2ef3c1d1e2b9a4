package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.tenantry.domain.testkit.Fixtures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API of the app's own backend as shipped, and the programs in {@code docs/examples} that use it. */
class ServiceApiTest {

    private static final String TOKEN = "a-token-for-this-test-only";
    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(Map.of("storage.url", url("on"), "service.token", TOKEN));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String url(String name) {
        return "jdbc:sqlite:" + folder.resolve(name + ".db");
    }

    private static void install(String tenant) {
        try (var storage = server.openStorage()) {
            SeededStore.install(storage, Fixtures.tenant(tenant));
        }
    }

    private static HttpResponse<String> get(URI adminUrl, String path) throws Exception {
        var request = HttpRequest.newBuilder(adminUrl.resolve(path)).header("Authorization", "Bearer " + TOKEN);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aTokenTurnsTheApiOn() throws Exception {
        install("acme");
        assertThat(get(server.adminUrl(), "/service/tenants/acme/settings/greeting")
                        .body())
                .isEqualTo("\"hello\"");
        assertThat(get(server.url(), "/service/tenants/acme/settings/greeting").statusCode())
                .as("on the public port")
                .isEqualTo(404);
    }

    @Test
    void withoutATokenThereIsNothingUnderItsPaths() throws Exception {
        try (var off = RunningServer.start(Map.of("storage.url", url("off")))) {
            var answer = get(off.adminUrl(), "/service/tenants/acme/settings");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("not-found");
        }
    }

    @Test
    void theJavaExampleCountsVisits() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        counts("ari:cloud:bitbucket::app/{java}/app", List.of(java, "ServiceApi.java"));
    }

    @Test
    void theNodeExampleCountsVisits() throws Exception {
        requireNode();
        counts("ari:cloud:bitbucket::app/{node}/app", List.of("node", "service-api.mjs"));
    }

    private static void counts(String tenant, List<String> example) throws Exception {
        install(tenant);
        assertThat(run(example, tenant)).isEqualTo("visits: 1");
        assertThat(run(example, tenant)).isEqualTo("visits: 2");
        assertThat(run(example, "nobody"))
                .contains("not-found", "There is no such tenant.")
                .doesNotContain("\tat ");
    }

    /** Returns what the program said, errors included. */
    private static String run(List<String> example, String tenant) throws Exception {
        var command = new ArrayList<>(example);
        command.addAll(List.of(tenant, server.adminUrl().toString()));
        var said = Files.createTempFile(folder, "said", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(EXAMPLES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("TENANTRY_SERVICE_TOKEN", TOKEN);
        var process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail("the example does not end");
        }
        return Files.readString(said).strip();
    }

    private static void requireNode() throws InterruptedException {
        try {
            new ProcessBuilder("node", "--version").start().waitFor();
        } catch (IOException absent) {
            if (Boolean.parseBoolean(System.getenv("TENANTRY_TEST_REQUIRE_ALL"))) {
                fail("there is no program node", absent);
            }
            abort("there is no program node");
        }
    }
}

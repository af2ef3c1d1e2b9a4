package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.testkit.Wait;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped configuration writes down of each request. */
class RequestLogTest {

    @TempDir
    private Path folder;

    /** A page's address carries a token, and a setting's name may stand in the query. */
    @Test
    void queryIsNotWrittenDown() throws Exception {
        var variables = Map.of("TENANTRY_STORAGE_URL", "jdbc:sqlite:" + folder.resolve("tenantry.db"));
        try (var server = TenantryProcess.start(folder, variables)) {
            var page = server.url().resolve("/settings?jwt=tell-nobody");
            var answer =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            Wait.until("the request to be written down", () -> server.log().contains("\"GET /settings\" 401"));
            assertThat(server.log()).doesNotContain("tell-nobody");
        }
    }
}

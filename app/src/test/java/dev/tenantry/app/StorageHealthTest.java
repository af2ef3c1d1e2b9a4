package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.redis.testkit.NeedsRedisServer;
import dev.tenantry.adapters.redis.testkit.RedisServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code /healthcheck} tells of the storage. */
class StorageHealthTest {

    @Test
    @NeedsRedisServer
    void redisThatMayLoseDataIsHealthyAndSaysSo() throws Exception {
        var redis = RedisServer.start("--appendonly", "no");
        var keys = Map.of("storage.type", "redis", "storage.url", redis.url());
        try (var server = RunningServer.start(keys)) {
            var question = HttpRequest.newBuilder(server.adminUrl().resolve("/healthcheck"));
            var answer = HttpClient.newHttpClient().send(question.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("keeps no append-only file");
        } finally {
            redis.kill();
        }
    }
}

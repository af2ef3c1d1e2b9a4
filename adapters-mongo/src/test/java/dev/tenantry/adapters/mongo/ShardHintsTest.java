package dev.tenantry.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real {@code mongos} was never asked: this server answers {@code isMaster} as one does. */
@Timeout(60)
class ShardHintsTest {

    private static final class Router extends MemoryBackend {
        @Override
        public Document handleMessage(MongoMessage message) {
            var answer = super.handleMessage(message);
            return message.getDocument().containsKey("isMaster") ? answer.append("msg", "isdbgrid") : answer;
        }
    }

    @Test
    void operatorOfAClusterIsToldOnceHowToShard() {
        var server = new MongoServer(new Router());
        var url = Config.newDatabase(server.bindAndGetConnectionString());
        var database = url.substring(url.lastIndexOf('/') + 1);
        try (var storage = Config.of(url).open()) {
            assertThat(storage.prepare())
                    .anyMatch(line ->
                            line.endsWith("sh.shardCollection(\"" + database + ".settings\", {\"_id.tenant\": 1})"));
            assertThat(storage.prepare()).isEmpty();
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void serverThatIsNoRouterGetsNoAdvice() {
        var server = new MongoServer(new MemoryBackend());
        try (var storage = Config.of(Config.newDatabase(server.bindAndGetConnectionString()))
                .open()) {
            assertThat(storage.prepare()).isNotEmpty().noneMatch(line -> line.contains("shard"));
        } finally {
            server.shutdownNow();
        }
    }
}

package dev.tenantry.adapters.mongo;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MongoArchiveTest {

    @Test
    void whatCannotBeReadIsShown() {
        try (var server = new BreakingServer()) {
            var url = Config.newDatabase(server.address());
            var record = tenant("b");
            var life = record.life().orElseThrow();
            var unreadable = Values.document(life, setting("a", "1")).append("value", "");
            try (var storage = Config.prepared(url);
                    var mongo = Mongo.connect(new ConnectionString(url), Duration.ofSeconds(20), 1)) {
                storage.installations()
                        .commit(new Commit(
                                record.id(),
                                Optional.empty(),
                                Optional.of(record),
                                Optional.empty(),
                                List.of(setting("b", "2"))));
                mongo.run("spoil", call -> call.settings().insertOne(unreadable));
                mongo.run(
                        "spoil",
                        call -> call.installations()
                                .insertOne(new Document("_id", "a")
                                        .append("order", "61")
                                        .append("record", "{}")));
                assertThat(storage.archive().tenants(Optional.empty(), 10))
                        .containsExactly(new Row<>("a", Optional.empty()), new Row<>("b", Optional.of(record)));
                assertThat(storage.installations().page(Optional.empty(), 1)).containsExactly(record);
                assertThat(storage.archive().settings(life, Optional.empty(), 10))
                        .containsExactly(
                                new Row<>("a", Optional.empty()), new Row<>("b", Optional.of(setting("b", "2"))));
            }
        }
    }
}

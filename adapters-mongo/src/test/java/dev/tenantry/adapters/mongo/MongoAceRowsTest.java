package dev.tenantry.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.ForeignDatabase.Place;
import dev.tenantry.domain.testkit.CollectedRows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents of the shape in which ACE 11.5.3 writes them. */
class MongoAceRowsTest {

    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static String address = "";

    private final String url = Config.newDatabase(address);

    @BeforeAll
    static void start() {
        address = SERVER.bindAndGetConnectionString();
    }

    @AfterAll
    static void stop() {
        SERVER.shutdownNow();
    }

    private static Document row(Object clientKey, Object key, @Nullable Object value) {
        return new Document("clientKey", clientKey).append("key", key).append("val", value);
    }

    private static Document info(String clientKey) {
        return row(clientKey, "clientInfo", new Document("clientKey", clientKey).append("sharedSecret", "hush"));
    }

    private static Document link(String installation, Object clientKey) {
        return new Document("installationId", installation).append("clientKey", clientKey);
    }

    private void insert(String collection, Document... documents) {
        try (MongoClient client = MongoClients.create(address)) {
            database(client).getCollection(collection).insertMany(Arrays.asList(documents));
        }
    }

    private MongoDatabase database(MongoClient client) {
        return client.getDatabase(url.substring(url.lastIndexOf('/') + 1));
    }

    private CollectedRows read(String table) {
        return CollectedRows.of(new MongoForeignDatabase().ace(new Place(url, "", "", table)));
    }

    @Test
    void installationComesFirstAndTenantsThatDifferInCaseAreTwo() {
        insert("AddonSettings", row("a:b", "Zero", 0), info("A:B"), row("A:B", "appSettings", "text"), info("a:b"));
        var collected = read("");
        assertThat(collected.rows()).containsOnlyKeys("a:b", "A:B");
        assertThat(collected.rows("a:b"))
                .containsExactly("clientInfo={\"clientKey\":\"a:b\",\"sharedSecret\":\"hush\"}", "Zero=0");
        assertThat(collected.rows("A:B"))
                .containsExactly(
                        "clientInfo={\"clientKey\":\"A:B\",\"sharedSecret\":\"hush\"}", "appSettings=\"text\"");
    }

    @Test
    void valuesAreWhatNodeWouldWrite() {
        insert(
                "AddonSettings",
                info("a"),
                row("a", "k01", 9007199254740991d),
                row("a", "k02", 1.5),
                row("a", "k03", 5L),
                row("a", "k04", 1e300),
                row("a", "k05", new Document("z", null).append("a", List.of(true, "ü\u0000", 100d))),
                row("a", "k06", Instant.ofEpochMilli(1_700_000_000_123L)),
                row("a", "k07", new ObjectId("0123456789abcdef01234567")),
                row("a", "k08", null),
                row("a", "k09", Double.NaN));
        assertThat(read("").rows("a"))
                .contains("k01=9007199254740991", "k02=1.5", "k03=5", "k04=1E+300")
                .contains("k05={\"z\":null,\"a\":[true,\"ü\\u0000\",100]}", "k06=\"2023-11-14T22:13:20.123Z\"")
                .contains("k07=\"0123456789abcdef01234567\"", "k08=nothing", "k09=null");
    }

    @Test
    void whatAceNeverWritesIsNamedAndStopsNothingElse() {
        insert(
                "AddonSettings",
                row(7, "k", 1),
                info("a"),
                row("a", "binary", new Binary(new byte[] {1})),
                row("a", "fine", 1),
                row("b", "k", 1));
        var collected = read("");
        assertThat(collected.rows("a")).hasSize(2).contains("fine=1");
        assertThat(collected.rows("b")).containsExactly("k=1");
        assertThat(collected.remarks())
                .satisfiesExactlyInAnyOrder(
                        remark -> assertThat(remark).endsWith(": its clientKey is no text"),
                        remark -> assertThat(remark)
                                .isEqualTo(
                                        "SETTING setting binary of tenant a: it holds a Binary, which JSON has not"));
    }

    @Test
    void newestOfSeveralDocumentsCounts() {
        insert("Mine", info("a"), row("a", "k", 1), row("a", "k", 2));
        var collected = read("Mine");
        assertThat(collected.rows("a")).contains("k=2").doesNotContain("k=1");
        assertThat(collected.remarks())
                .singleElement()
                .asString()
                .startsWith("DUPLICATE document ")
                .endsWith(", setting k of tenant a");
    }

    @Test
    void linksGoToTheirTenants() {
        insert("AddonSettings", info("a"), info("c"));
        insert(
                "InstallationClientKeys",
                link("ari:3", "c"),
                link("ari:2", "b"),
                link("ari:1", "a"),
                link("ari:4", "a"),
                link("ari:5", "d"));
        insert("ForgeSettings", new Document("installationId", "ari:1").append("key", "appToken"));
        var collected = read("");
        assertThat(collected.aliases().get("a")).containsExactlyInAnyOrder("ari:1", "ari:4");
        assertThat(collected.aliases().get("c")).containsExactly("ari:3");
        assertThat(collected.remarks())
                .containsExactly(
                        "LOOSE_LINK link ari:2 of tenant b",
                        "LOOSE_LINK link ari:5 of tenant d",
                        "CACHED_TOKEN setting appToken of Forge installation ari:1");
    }

    @Test
    void manyTenantsAreReadBatchByBatch() {
        insert(
                "AddonSettings",
                IntStream.range(0, 1201).mapToObj(n -> info("tenant-" + n)).toArray(Document[]::new));
        assertThat(read("").rows()).hasSize(1201);
    }

    @Test
    void databaseWithoutAceIsRefused() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> read("Nothing"))
                .withMessage("there is nothing in a collection Nothing of ACE's");
    }
}

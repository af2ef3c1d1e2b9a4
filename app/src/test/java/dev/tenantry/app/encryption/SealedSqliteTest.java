package dev.tenantry.app.encryption;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.adapters.sql.SqlStorageFactory;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.jackson.Jackson;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole kit on a real database, with every secret and every setting sealed. */
class SealedSqliteTest implements StorageContract, DurabilityContract {

    private static final ObjectMapper JSON = Jackson.newObjectMapper();
    private static final Keyset KEYSET = Keyset.mint();

    private final StorageFactory factory;
    private Storage storage;

    SealedSqliteTest(@TempDir Path folder) {
        var block = JSON.createObjectNode()
                .put("url", "jdbc:sqlite:" + folder.resolve("tenantry.db"))
                .put("timeout", "20s");
        this.factory = JSON.convertValue(block, SqlStorageFactory.class);
        this.storage = open();
        storage.prepare();
    }

    private Storage open() {
        return new SealedStorage(factory.open(), Optional.of(KEYSET), key -> true);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Storage reopen() {
        storage.close();
        storage = open();
        return storage;
    }

    @AfterEach
    void close() {
        storage.close();
    }
}

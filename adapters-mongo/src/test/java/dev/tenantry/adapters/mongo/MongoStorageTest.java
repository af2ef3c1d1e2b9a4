package dev.tenantry.adapters.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.OutageContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.util.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class MongoStorageTest implements StorageContract, DurabilityContract, OutageContract {

    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static String address = "";

    private final String url = Config.newDatabase(address);

    private Storage storage = Config.prepared(url);

    @BeforeAll
    static void start() {
        address = SERVER.bindAndGetConnectionString();
    }

    @AfterAll
    static void stop() {
        SERVER.shutdownNow();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Storage reopen() {
        close();
        storage = Config.of(url).open();
        return storage;
    }

    @Override
    public StorageFactory unreachable() {
        return Config.of("mongodb://127.0.0.1:1/nobody", Duration.seconds(2));
    }
}

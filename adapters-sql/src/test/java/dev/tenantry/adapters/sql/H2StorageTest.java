package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.StorageContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class H2StorageTest implements StorageContract, TablesContract {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final Storage storage = Config.prepared(url);

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public String url() {
        return url;
    }
}

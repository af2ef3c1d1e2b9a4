package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest implements StorageContract, DurabilityContract {

    @TempDir
    private Path folder;

    private Storage storage;

    @BeforeEach
    void open() {
        storage = Config.prepared("jdbc:sqlite:" + folder.resolve("tenantry.db"));
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
        open();
        return storage;
    }
}

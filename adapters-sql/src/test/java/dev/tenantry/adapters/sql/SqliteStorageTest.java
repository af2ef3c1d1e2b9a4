package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest implements StorageContract, DurabilityContract, TablesContract {

    @TempDir
    private Path folder;

    private Storage storage;

    @BeforeEach
    void open() {
        storage = Config.prepared(url());
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

    @Override
    public String url() {
        return "jdbc:sqlite:" + folder.resolve("tenantry.db");
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.testkit.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest implements StorageContract, OnDurableDatabase, TablesContract {

    private final Database database;

    SqliteStorageTest(@TempDir Path folder) {
        database = Database.empty("jdbc:sqlite:" + folder.resolve("tenantry.db"));
    }

    @Override
    public Database database() {
        return database;
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.testkit.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest implements StorageContract, OnFile, TablesContract {

    private final Path folder;
    private final Database database;

    SqliteStorageTest(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.empty(urlOf(folder.resolve("tenantry.db")));
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public String urlOf(Path file) {
        return "jdbc:sqlite:" + file;
    }
}

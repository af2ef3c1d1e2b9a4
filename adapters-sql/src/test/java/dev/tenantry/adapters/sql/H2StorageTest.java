package dev.tenantry.adapters.sql;

import dev.tenantry.domain.testkit.StorageContract;
import java.util.UUID;

class H2StorageTest implements StorageContract, TablesContract {

    private final Database database = Database.empty("jdbc:h2:mem:" + UUID.randomUUID());

    @Override
    public Database database() {
        return database;
    }
}

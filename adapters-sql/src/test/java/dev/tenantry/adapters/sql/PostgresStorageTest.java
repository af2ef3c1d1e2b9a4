package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.OutageContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.util.Duration;

class PostgresStorageTest implements StorageContract, OnServer, OutageContract, TablesContract {

    private final Database database = Database.empty(PostgresServer.newSchema());

    @Override
    public Database database() {
        return database;
    }

    @Override
    public StorageFactory unreachable() {
        return Config.of("jdbc:postgresql://127.0.0.1:1/nobody", Duration.seconds(2));
    }

    @Override
    public void stopServer() {
        PostgresServer.stop();
    }

    @Override
    public void startServer() {
        PostgresServer.restart();
    }
}

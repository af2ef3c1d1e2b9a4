package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.testkit.MariaDbServer;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.OutageContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.util.Duration;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.tenantry.adapters.sql.testkit.MariaDbServer#isWanted")
class MariaDbStorageTest implements StorageContract, OnServer, OutageContract, TablesContract {

    private final Database database = Database.empty(MariaDbServer.newDatabase());

    @Override
    public Database database() {
        return database;
    }

    @Override
    public String url() {
        return MariaDbServer.quoting(database.url());
    }

    @Override
    public StorageFactory unreachable() {
        return Config.of("jdbc:mysql://127.0.0.1:1/nobody", Duration.seconds(2));
    }

    @Override
    public void stopServer() {
        MariaDbServer.stop();
    }

    @Override
    public void startServer() {
        MariaDbServer.restart();
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.OutageContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.tenantry.adapters.sql.MariaDbServer#isWanted")
class MariaDbStorageTest implements StorageContract, DurabilityContract, OutageContract, TablesContract {

    private final String url = MariaDbServer.newDatabase();

    private Storage storage = Config.prepared(url);

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
        return Config.of("jdbc:mysql://127.0.0.1:1/nobody", Duration.seconds(2));
    }

    @Override
    public String url() {
        return MariaDbServer.quoting(url);
    }
}

package dev.tenantry.adapters.mongo;

import dev.tenantry.adapters.mongo.testkit.MongoJavaServer;
import dev.tenantry.domain.port.out.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class MongoStorageTest implements OnMongo {

    private static final MongoJavaServer SERVER = MongoJavaServer.start();

    private final String url = Config.newDatabase(SERVER.url());

    private Storage storage = Config.prepared(url);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    public String url() {
        return url;
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
    public void stopServer() {
        SERVER.close();
    }

    @Override
    public void startServer() {
        SERVER.restart();
    }
}

package dev.tenantry.adapters.mongo.testkit;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.tenantry.domain.testkit.ServersReport;
import java.net.InetSocketAddress;

/**
 * mongo-java-server in the tests' own JVM, on a free port of 127.0.0.1. What it holds lies in memory and outlives a
 * restart of the server, though not the JVM.
 */
public final class MongoJavaServer implements AutoCloseable {

    private final MongoBackend backend = new LastingBackend();
    private MongoServer server = new MongoServer(backend);
    private final InetSocketAddress address = server.bind();

    private static final class LastingBackend extends MemoryBackend {

        /** Servers close their backends, and this one would forget everything. */
        @Override
        public void close() {}
    }

    private MongoJavaServer() {}

    /** Starts an empty one. */
    public static MongoJavaServer start() {
        ServersReport.ran("mongo-java-server", "in the tests' JVM, which stands in for a real mongod");
        return new MongoJavaServer();
    }

    /** Returns the address, without a database. */
    public String url() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    /** Ends the server, and with it all connections. */
    @Override
    public void close() {
        server.shutdownNow();
    }

    /** Starts it again on the data and the port that it had. */
    public void restart() {
        server = new MongoServer(backend);
        server.bind(address);
    }
}

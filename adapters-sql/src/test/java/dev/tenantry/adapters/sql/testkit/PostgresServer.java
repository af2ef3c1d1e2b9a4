package dev.tenantry.adapters.sql.testkit;

import dev.tenantry.domain.testkit.Scratch;
import dev.tenantry.domain.testkit.ServersReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/** One real PostgreSQL for all tests, started by the first of them; each test gets a schema of its own. */
public final class PostgresServer {

    private static final Path DATA = Scratch.newFolder("postgres");
    private static EmbeddedPostgres server = launch(0);

    static {
        Scratch.atExit(PostgresServer::stop, DATA);
        var version = Statements.query(url(""), "SHOW server_version");
        ServersReport.ran("PostgreSQL", version + ", real, a Maven artifact");
    }

    private PostgresServer() {}

    /** Creates a schema and returns the URL that leads into it. */
    public static String newSchema() {
        var schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        Statements.execute(url(""), "CREATE SCHEMA " + schema);
        return url("&currentSchema=" + schema);
    }

    private static String url(String parameters) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres" + parameters;
    }

    /** Ends the server, and with it all connections. */
    public static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server again on the data and the port that it had. */
    public static void restart() {
        server = launch(server.getPort());
    }

    private static EmbeddedPostgres launch(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(DATA)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.tenantry.adapters.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** One real PostgreSQL for all tests, started by the first of them; each test gets a schema of its own. */
final class PostgresServer {

    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    /** Creates a schema and returns the URL that leads into it. */
    static String newSchema() {
        var schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        Raw.execute(url(""), "CREATE SCHEMA " + schema);
        return url("&currentSchema=" + schema);
    }

    private static String url(String parameters) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/postgres?user=postgres" + parameters;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

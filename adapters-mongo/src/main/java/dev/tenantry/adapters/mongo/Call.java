package dev.tenantry.adapters.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** One call of a port while it runs. Each of its round trips is given what is left of the time. */
final class Call {

    private final MongoDatabase database;
    private final long end;

    Call(MongoDatabase database, Duration limit) {
        this.database = database;
        this.end = System.nanoTime() + limit.toNanos();
    }

    MongoCollection<Document> installations() {
        return collection("installations");
    }

    MongoCollection<Document> settings() {
        return collection("settings");
    }

    MongoCollection<Document> links() {
        return collection("links");
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name).withTimeout(remainingMillis(), TimeUnit.MILLISECONDS);
    }

    String databaseName() {
        return database.getName();
    }

    void ping() {
        run("ping");
    }

    /**
     * Returns whether a router of a sharded cluster answers.
     *
     * <p>Source: MongoDB, "hello", by the older of its names, which every server knows: only a {@code mongos} sends this
     * {@code msg}.
     */
    boolean reachesAShardedCluster() {
        return "isdbgrid".equals(run("isMaster").get("msg"));
    }

    private Document run(String command) {
        return database.withTimeout(remainingMillis(), TimeUnit.MILLISECONDS).runCommand(new Document(command, 1));
    }

    /** Returns whether the document was inserted, and false if there is one with its {@code _id}. */
    static boolean insert(MongoCollection<Document> target, Document document) {
        try {
            target.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (Failure.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** At least 1: to the driver 0 is for ever. */
    private long remainingMillis() {
        long remaining = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (remaining <= 0) {
            throw new MongoException("the time for the call is over");
        }
        return remaining;
    }
}

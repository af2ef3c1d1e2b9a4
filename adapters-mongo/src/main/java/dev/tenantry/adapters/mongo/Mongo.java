package dev.tenantry.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.tenantry.domain.error.StorageException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.BsonSerializationException;

/**
 * Runs calls within the timeout; the one place where a failure of the driver becomes a {@link StorageException}.
 *
 * <p>Whatever the URL says, reads ask the primary for what a majority of the servers has, so that no failover takes back
 * what was read, and a write is done when a majority has it in its journal. A server that stands alone is its own
 * majority.
 */
final class Mongo implements AutoCloseable {

    /** Long enough to index millions of documents. */
    private static final Duration SCHEMA_TIMEOUT = Duration.ofMinutes(30);

    private final MongoClient client;
    private final MongoDatabase database;
    private final Duration timeout;

    private Mongo(MongoClient client, String database, Duration timeout) {
        this.client = client;
        this.database = client.getDatabase(database)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.timeout = timeout;
    }

    /** Prepares connections without making one yet. */
    static Mongo connect(ConnectionString url, Duration timeout, int connections) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(url)
                .applyToConnectionPoolSettings(pool -> pool.minSize(0).maxSize(connections))
                .applyToSocketSettings(socket -> socket.connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        return new Mongo(MongoClients.create(settings), Objects.requireNonNull(url.getDatabase()), timeout);
    }

    /**
     * Runs one call of a port.
     *
     * @param doing what to say was being done, should it fail
     */
    <T> T run(String doing, Function<Call, T> work) {
        return run(doing, timeout, work);
    }

    /** Runs one change of the schema, which may take long. */
    <T> T change(String doing, Function<Call, T> work) {
        return run(doing, SCHEMA_TIMEOUT, work);
    }

    private <T> T run(String doing, Duration limit, Function<Call, T> work) {
        try {
            return work.apply(new Call(database, limit));
        } catch (MongoException e) {
            throw new StorageException(doing, Failure.presentable(e));
        } catch (BsonSerializationException | IllegalStateException e) {
            // A document that is too large, and a client that is closed.
            throw new StorageException(doing, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package dev.tenantry.adapters.mongo;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.mongodb.ConnectionString;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.TimeUnit;

/**
 * The {@code storage: {type: mongo}} block of config.yml. Absent and empty keys mean the same.
 *
 * @param url MongoDB's connection string with the name of the database, such as {@code mongodb://localhost/tenantry}.
 *     Its options hold, except those that would weaken what is promised: reads ask the primary for what a majority has,
 *     and writes wait for a majority and its journals
 * @param user who connects; empty if the server asks for nobody, or if the URL says so
 * @param password empty for none
 * @param readOnly whether the server that opens it may only read; false if absent
 * @param timeout the longest that a call may take, a wait for a connection included; 100 ms to 30 s, 2 s if absent
 * @param pool the connections
 */
@JsonTypeName("mongo")
public record MongoStorageFactory(
        @Pattern(regexp = MongoUrl.URLS, message = MongoUrl.EXPECTED)
        String url,

        String user,
        String password,
        Boolean readOnly,

        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
        Duration timeout,

        @Valid MongoPool pool)
        implements StorageFactory {

    private static final Duration DEFAULT_TIMEOUT = Duration.seconds(2);

    /** Jackson passes null for an absent key, and the environment an empty text for an absent variable. */
    public MongoStorageFactory {
        url = url == null ? "" : url;
        user = user == null ? "" : user;
        password = password == null ? "" : password;
        readOnly = readOnly != null && readOnly;
        timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
        pool = pool == null ? MongoPool.usual() : pool;
    }

    @Override
    public Storage open() {
        return MongoStorage.open(Mongo.connect(connectionString(), timeout.toJavaDuration(), pool.maxSize()));
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    ConnectionString connectionString() {
        return new MongoUrl("storage.url", url, user, password).connectionString();
    }

    /** Shows neither the password nor the URL, which may hold one. */
    @Override
    public String toString() {
        return "MongoStorageFactory[timeout=" + timeout + ", pool=" + pool + "]";
    }
}

package dev.tenantry.adapters.mongo;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        @Pattern(regexp = URLS, message = EXPECTED) String url,

        String user,
        String password,
        Boolean readOnly,

        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
        Duration timeout,

        @Valid MongoPool pool)
        implements StorageFactory {

    private static final String URLS = "mongodb(\\+srv)?://[^/?]+/[^/?]+(\\?.*)?";
    private static final String EXPECTED = "must be mongodb://host/database or mongodb+srv://host/database";
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

    /** Does not say what the driver objects to: it may quote the password. */
    ConnectionString connectionString() {
        if (!url.matches(URLS)) {
            throw new StorageException("storage.url " + EXPECTED + ", but it is not");
        }
        try {
            return new ConnectionString(user.isEmpty() ? url : withUser());
        } catch (IllegalArgumentException | MongoException e) {
            throw new StorageException("storage.url is no connection string that MongoDB's driver understands");
        }
    }

    /** The driver reads the rest of the credential, such as {@code authSource}, only from a URL that names the user. */
    private String withUser() {
        int host = url.indexOf("://") + "://".length();
        int named = url.lastIndexOf('@', url.indexOf('/', host));
        var credential = password.isEmpty() ? encode(user) : encode(user) + ':' + encode(password);
        return url.substring(0, host) + credential + '@' + url.substring(Math.max(host, named + 1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Shows neither the password nor the URL, which may hold one. */
    @Override
    public String toString() {
        return "MongoStorageFactory[timeout=" + timeout + ", pool=" + pool + "]";
    }
}

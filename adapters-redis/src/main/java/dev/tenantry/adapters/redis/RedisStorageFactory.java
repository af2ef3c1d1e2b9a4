package dev.tenantry.adapters.redis;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.TimeUnit;

/**
 * The {@code storage: {type: redis}} block of config.yml. Absent and empty keys mean the same.
 *
 * @param url where Redis is: {@code redis://host:port[/database]}, {@code redis+cluster://host:port,…}, or
 *     {@code redis+sentinel://host:port,…/master}; {@code rediss} in place of {@code redis} speaks TLS
 * @param user who connects; empty for Redis's default user
 * @param password empty for none; Sentinels are asked without one
 * @param readOnly whether the server that opens it may only read; false if absent
 * @param prefix how all keys begin, so that several apps can share one Redis: 1 to 40 letters, digits and {@code . _ -};
 *     {@code tenantry} if absent
 * @param timeout the longest that a call may take, connecting included; 100 ms to 30 s, 2 s if absent
 * @param pool the connections
 * @param waitReplicas how many replicas must have a write before it is acknowledged; 0 to 10, 0 if absent
 */
@JsonTypeName("redis")
public record RedisStorageFactory(
        @Pattern(regexp = RedisUrl.URLS, message = RedisUrl.EXPECTED)
        String url,

        String user,
        String password,
        Boolean readOnly,

        @Pattern(regexp = "[A-Za-z0-9._-]{1,40}") String prefix,

        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
        Duration timeout,

        @Valid RedisPool pool,
        @Min(0) @Max(10) Integer waitReplicas)
        implements StorageFactory {

    private static final String DEFAULT_PREFIX = "tenantry";
    private static final Duration DEFAULT_TIMEOUT = Duration.seconds(2);

    /** Jackson passes null for an absent key, and the environment an empty text for an absent variable. */
    public RedisStorageFactory {
        url = url == null ? "" : url;
        user = user == null ? "" : user;
        password = password == null ? "" : password;
        readOnly = readOnly != null && readOnly;
        prefix = prefix == null || prefix.isEmpty() ? DEFAULT_PREFIX : prefix;
        timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
        pool = pool == null ? new RedisPool(RedisPool.DEFAULT_SIZE) : pool;
        waitReplicas = waitReplicas == null ? 0 : waitReplicas;
    }

    @Override
    public Storage open() {
        var place = RedisUrl.parse(url)
                .orElseThrow(() -> new StorageException("storage.url " + RedisUrl.EXPECTED + ", but it is not"));
        var client = new Client(user, password, timeout.toJavaDuration(), pool.maxSize());
        return RedisStorage.open(Redis.connect(place, client, waitReplicas), new Keys(prefix));
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Shows neither the password nor the URL. */
    @Override
    public String toString() {
        return "RedisStorageFactory[prefix=" + prefix + ", timeout=" + timeout + ", waitReplicas=" + waitReplicas + "]";
    }
}

package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.ForeignDatabase;
import java.time.Duration;

/** Reads what ACE stored in a Redis, and changes nothing there. ACE knows a single server only. */
public final class RedisForeignDatabase implements ForeignDatabase {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final int CONNECTIONS = 1;

    @Override
    public boolean speaks(String url) {
        return url.matches("rediss?(\\+[a-z]+)?:.*");
    }

    @Override
    public AceRows ace(Place place) {
        var url = RedisUrl.parse(place.url())
                .filter(parsed -> parsed.kind() == RedisUrl.Kind.SINGLE)
                .orElseThrow(() -> new StorageException("the URL of the source must be redis://host:port[/database]"
                        + " (rediss for TLS), without user and password"));
        return RedisAceRows.open(url, new Client(place.user(), place.password(), TIMEOUT, CONNECTIONS));
    }
}

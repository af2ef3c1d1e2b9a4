package dev.tenantry.adapters.mongo;

import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.ForeignDatabase;
import java.time.Duration;

/** Reads what ACE stored in a MongoDB, and changes nothing there. */
public final class MongoForeignDatabase implements ForeignDatabase {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 4;

    @Override
    public boolean speaks(String url) {
        return url.startsWith("mongodb:") || url.startsWith("mongodb+srv:");
    }

    @Override
    public AceRows ace(Place place) {
        var url = new MongoUrl("the URL of the source", place.url(), place.user(), place.password());
        return MongoAceRows.open(Mongo.connect(url.connectionString(), TIMEOUT, CONNECTIONS), place.table());
    }
}

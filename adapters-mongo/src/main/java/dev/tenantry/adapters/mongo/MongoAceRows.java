package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.cursor.TimeoutMode;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * ACE's collections, in the order of the clientKeys: {@code {key, clientKey, val}} with {@code val} as BSON, and
 * {@code {installationId, clientKey}}. No index of ACE's begins with the clientKey, so the server sorts them, on its disk
 * if it must.
 */
final class MongoAceRows implements AceRows {

    static final String KEY = "key";
    static final String CLIENT_KEY = "clientKey";
    static final String ID = "_id";

    private static final String LINKS = "InstallationClientKeys";
    private static final String FORGE_SETTINGS = "ForgeSettings";
    private static final String INSTALLATION_ID = "installationId";
    private static final String APP_TOKEN = "appToken";
    private static final int BATCH = 100;

    private final Mongo mongo;
    private final String table;

    private MongoAceRows(Mongo mongo, String table) {
        this.mongo = mongo;
        this.table = table;
    }

    /** @throws StorageException if there is no document of ACE's; the connections are then given back */
    static MongoAceRows open(Mongo mongo, String table) {
        try {
            if (mongo.run(
                    "look at the collections",
                    call -> call.collection(table).find().first() == null)) {
                throw new StorageException("there is nothing in a collection " + table + " of ACE's");
            }
            return new MongoAceRows(mongo, table);
        } catch (StorageException e) {
            mongo.close();
            throw e;
        }
    }

    @Override
    public void read(Sink sink) {
        each(LINKS, orderBy(ascending(CLIENT_KEY), descending(ID)), links -> {
            each(table, orderBy(ascending(CLIENT_KEY, KEY), descending(ID)), rows -> read(rows, links, sink));
            links.forEachRemaining(link -> loose(link, sink));
        });
        each(FORGE_SETTINGS, ascending(ID), settings -> settings.forEachRemaining(row -> forgeSetting(row, sink)));
    }

    private void read(Documents rows, Documents links, Sink sink) {
        while (rows.hasNext()) {
            var clientKey = rows.peek().get(CLIENT_KEY);
            if (clientKey instanceof String tenant) {
                var aliases = aliases(tenant, links, sink);
                var values = new DocumentRows(rows, installation(tenant), tenant, sink);
                sink.tenant(tenant, values, aliases);
                values.end();
            } else {
                sink.skip(Thing.SETTING, "document " + rows.next().get(ID), "its clientKey is no text");
            }
        }
    }

    private Optional<Document> installation(String tenant) {
        var wanted = and(eq(KEY, SettingKey.CLIENT_INFO), eq(CLIENT_KEY, tenant));
        return mongo.run(
                "find tenant " + tenant,
                call -> Optional.ofNullable(
                        call.collection(table).find(wanted).sort(descending(ID)).first()));
    }

    /** Both collections are in the same order. */
    private static List<String> aliases(String tenant, Documents links, Sink sink) {
        var aliases = new ArrayList<String>();
        while (links.hasNext() && compare(links.peek(), tenant) <= 0) {
            var link = links.next();
            if (compare(link, tenant) < 0) {
                loose(link, sink);
            } else {
                aliases.add(String.valueOf(link.get(INSTALLATION_ID)));
            }
        }
        return aliases.stream().distinct().toList();
    }

    /** What is no text comes before all text. */
    private static int compare(Document link, String tenant) {
        return link.get(CLIENT_KEY) instanceof String other ? Order.of(other).compareTo(Order.of(tenant)) : -1;
    }

    private static void loose(Document link, Sink sink) {
        sink.odd(Oddity.LOOSE_LINK, "link " + link.get(INSTALLATION_ID) + " of tenant " + link.get(CLIENT_KEY));
    }

    private static void forgeSetting(Document row, Sink sink) {
        var name = "setting " + row.get(KEY) + " of Forge installation " + row.get(INSTALLATION_ID);
        if (APP_TOKEN.equals(row.get(KEY))) {
            sink.odd(Oddity.CACHED_TOKEN, name);
        } else {
            sink.skip(Thing.SETTING, name, "only tenants have settings here");
        }
    }

    /** Runs over a collection for as long as it takes; each answer of the server has a limit of its own. */
    private void each(String collection, Bson order, Documents.Visitor visitor) {
        var unused = mongo.change("read ACE's collection " + collection, call -> {
            var found = call.collection(collection)
                    .aggregate(List.of(sort(order)))
                    .allowDiskUse(true)
                    .batchSize(BATCH)
                    .timeoutMode(TimeoutMode.ITERATION);
            try (var cursor = found.cursor()) {
                visitor.visit(new Documents(cursor));
            }
            return collection;
        });
    }

    @Override
    public void close() {
        mongo.close();
    }
}

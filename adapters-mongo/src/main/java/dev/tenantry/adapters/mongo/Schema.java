package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * The indexes that pages, lists and sweeps need. None is unique: what must be is an {@code _id}, whose index every
 * collection has and which holds across the shards of a cluster too.
 */
final class Schema {

    private static final List<Index> INDEXES = List.of(
            new Index("installations", "in_order", ascending(Order.FIELD)),
            new Index("settings", "in_order", ascending(Values.TENANT, Values.INCARNATION, Order.FIELD)),
            new Index("links", "by_tenant", ascending(MongoLinks.TENANT)));

    private final Mongo mongo;

    Schema(Mongo mongo) {
        this.mongo = mongo;
    }

    private record Index(String collection, String name, Bson keys) {

        boolean isMissing(Call call) {
            return call
                    .collection(collection)
                    .listIndexes()
                    .map(index -> index.getString("name"))
                    .into(new ArrayList<>())
                    .stream()
                    .noneMatch(found -> Objects.equals(found, name));
        }

        String create(Call call) {
            call.collection(collection).createIndex(keys, new IndexOptions().name(name));
            return "created index " + name + " of collection " + collection;
        }
    }

    boolean isPrepared() {
        return mongo.run("look at the indexes", call -> missing(call).isEmpty());
    }

    List<String> prepare() {
        return mongo.change("create indexes", call -> {
            var done = missing(call).stream().map(index -> index.create(call));
            var lines = new ArrayList<>(done.toList());
            if (!lines.isEmpty() && call.reachesAShardedCluster()) {
                lines.addAll(shardHints(call.databaseName()));
            }
            return List.copyOf(lines);
        });
    }

    /** Whether to shard, and when, is the operator's to say; by what follows from how the ports ask. */
    private static List<String> shardHints(String database) {
        return Stream.of("installations: {_id: 1}", "settings: {\"" + Values.TENANT + "\": 1}", "links: {_id: 1}")
                .map(key -> key.split(": ", 2))
                .map(key -> "to spread collection " + key[0] + " over the shards: sh.shardCollection(\"" + database
                        + '.' + key[0] + "\", " + key[1] + ')')
                .toList();
    }

    private static List<Index> missing(Call call) {
        return INDEXES.stream().filter(index -> index.isMissing(call)).toList();
    }
}

package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import dev.tenantry.adapters.mongo.Records.Stored;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The documents as they are. Settings count if the tenant's record, read after them, names their life. */
final class MongoArchive implements Archive {

    private final Mongo mongo;

    MongoArchive(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
        return mongo.run(
                "list tenants",
                call -> page(call.installations(), empty(), after, limit).stream()
                        .map(document -> new Row<>(
                                Records.name(document),
                                readable(Records::read, document).map(Stored::record)))
                        .toList());
    }

    @Override
    public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
        return mongo.run("list settings of tenant " + life.tenant(), call -> {
            var found = page(call.settings(), Values.of(life), after, limit);
            var current = Records.find(call, life.tenant())
                    .flatMap(stored -> stored.record().life());
            return found.stream()
                    .filter(document -> current.filter(life::equals).isPresent())
                    .map(document -> new Row<>(Values.name(document), readable(Values::setting, document)))
                    .toList();
        });
    }

    private static List<Document> page(
            MongoCollection<Document> collection, Bson all, Optional<String> after, int limit) {
        var wanted =
                after.map(name -> and(all, gt(Order.FIELD, Order.of(name)))).orElse(all);
        return collection.find(wanted).sort(ascending(Order.FIELD)).limit(limit).into(new ArrayList<>());
    }

    private static <T> Optional<T> readable(Function<Document, T> reader, Document document) {
        try {
            return Optional.of(reader.apply(document));
        } catch (StorageException | IllegalArgumentException senseless) {
            return Optional.empty();
        }
    }
}

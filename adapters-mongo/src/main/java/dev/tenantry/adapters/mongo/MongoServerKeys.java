package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;

import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.port.out.ServerKeys;
import java.util.Optional;
import org.bson.Document;

/** Server keys as documents by name: of those that insert one, the first wins. */
final class MongoServerKeys implements ServerKeys {

    private static final String COLLECTION = "keys";
    private static final String NAME = "_id";
    private static final String KEY = "key";

    private final Mongo mongo;

    MongoServerKeys(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public ServerKey findOrCreate(String name, ServerKey candidate) {
        return mongo.run("find a server key", call -> {
            Optional<ServerKey> key;
            do {
                key = find(call, name).or(() -> create(call, name, candidate));
            } while (key.isEmpty());
            return key.get();
        });
    }

    private static Optional<ServerKey> find(Call call, String name) {
        return Optional.ofNullable(
                        call.collection(COLLECTION).find(eq(NAME, name)).first())
                .map(document -> ServerKey.parse(document.getString(KEY)));
    }

    /** Empty if another server was faster: its key can be read once a majority has it. */
    private static Optional<ServerKey> create(Call call, String name, ServerKey candidate) {
        var document = new Document(NAME, name).append(KEY, candidate.reveal());
        return Call.insert(call.collection(COLLECTION), document) ? Optional.of(candidate) : Optional.empty();
    }
}

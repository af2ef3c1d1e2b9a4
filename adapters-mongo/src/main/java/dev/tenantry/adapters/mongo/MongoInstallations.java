package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.InsertManyOptions;
import dev.tenantry.adapters.mongo.Records.Stored;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tenants as documents that are compared and replaced as a whole. The record is the commit: seeds lie ready before it
 * names their incarnation, and a dropped incarnation is gone with its name, before its settings are deleted.
 */
final class MongoInstallations implements Installations {

    private static final Logger LOG = LoggerFactory.getLogger(MongoInstallations.class);

    private final Mongo mongo;

    MongoInstallations(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<TenantRecord> find(TenantId tenant) {
        return mongo.run("find tenant " + tenant, call -> Records.find(call, tenant))
                .map(Stored::record);
    }

    /** What cannot be read is left out, so that it stops nobody who goes through all tenants; {@link #find} fails for it. */
    @Override
    public List<TenantRecord> page(Optional<TenantId> after, int limit) {
        return mongo.run("list tenants", call -> {
            var page = new ArrayList<TenantRecord>();
            var last = after.map(tenant -> Order.of(tenant.value()));
            boolean isEnd = false;
            while (page.size() < limit && !isEnd) {
                int wanted = limit - page.size();
                var documents = documents(call, last, wanted);
                documents.forEach(document -> readable(document).ifPresent(page::add));
                isEnd = documents.size() < wanted;
                last = documents.stream().reduce((first, second) -> second).map(end -> end.getString(Order.FIELD));
            }
            return page;
        });
    }

    private static List<Document> documents(Call call, Optional<String> after, int limit) {
        var wanted = after.map(order -> gt(Order.FIELD, order)).orElse(empty());
        return call.installations()
                .find(wanted)
                .sort(ascending(Order.FIELD))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Optional<TenantRecord> readable(Document document) {
        try {
            return Optional.of(Records.read(document).record());
        } catch (StorageException | IllegalArgumentException senseless) {
            LOG.warn("left out of the list of tenants: {}", senseless.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean commit(Commit change) {
        return mongo.run("change tenant " + change.tenant(), call -> {
            var stored = Records.find(call, change.tenant());
            if (!stored.map(Stored::record).equals(change.expected())) {
                return false;
            }
            plant(call, change);
            boolean committed = save(call, stored, change);
            if (committed) {
                drop(call, change);
            }
            return committed;
        });
    }

    /** What is planted and never committed stays: it is invisible, or the same default that the next attempt plants. */
    private static void plant(Call call, Commit change) {
        var seeds = change.next().flatMap(TenantRecord::life).stream()
                .flatMap(life -> change.seeds().stream().map(seed -> Values.document(life, seed)))
                .toList();
        try {
            if (!seeds.isEmpty()) {
                call.settings().insertMany(seeds, new InsertManyOptions().ordered(false));
            }
        } catch (MongoBulkWriteException e) {
            if (!isOnlyOfPresentOnes(e)) {
                throw e;
            }
        }
    }

    private static boolean isOnlyOfPresentOnes(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static boolean save(Call call, Optional<Stored> stored, Commit change) {
        var next = change.next().map(Records::document);
        if (stored.isEmpty()) {
            return next.map(document -> Call.insert(call.installations(), document))
                    .orElse(true);
        }
        var unchanged = stored.get().unchanged();
        return next.map(document -> call.installations()
                                .replaceOne(unchanged, document)
                                .getMatchedCount())
                        .orElseGet(
                                () -> call.installations().deleteOne(unchanged).getDeletedCount())
                > 0;
    }

    /** The change is made. What cannot be deleted now is invisible, and {@link Sweep} deletes it later. */
    private static void drop(Call call, Commit change) {
        try {
            change.dropped()
                    .map(incarnation -> new Life(change.tenant(), incarnation))
                    .ifPresent(life -> call.settings().deleteMany(Values.of(life)));
        } catch (MongoException leftToTheSweep) {
            LOG.debug("left to the sweep: settings of tenant {}", change.tenant(), leftToTheSweep);
        }
    }
}

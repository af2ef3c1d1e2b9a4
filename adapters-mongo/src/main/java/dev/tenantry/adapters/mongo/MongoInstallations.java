package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.InsertManyOptions;
import dev.tenantry.adapters.mongo.Records.Stored;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tenants as documents that are compared and replaced as a whole. The record is the commit: seeds lie ready before it
 * names their incarnation, and a dropped incarnation is gone with its name, before its settings are deleted.
 */
final class MongoInstallations implements Installations {

    private final Mongo mongo;

    MongoInstallations(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<TenantRecord> find(TenantId tenant) {
        return mongo.run("find tenant " + tenant, call -> Records.find(call, tenant))
                .map(Stored::record);
    }

    @Override
    public List<TenantRecord> page(Optional<TenantId> after, int limit) {
        var wanted =
                after.map(tenant -> gt(Order.FIELD, Order.of(tenant.value()))).orElse(empty());
        return mongo.run(
                "list tenants",
                call -> call.installations()
                        .find(wanted)
                        .sort(ascending(Order.FIELD))
                        .limit(limit)
                        .map(document -> Records.read(document).record())
                        .into(new ArrayList<>()));
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
            return;
        }
    }
}

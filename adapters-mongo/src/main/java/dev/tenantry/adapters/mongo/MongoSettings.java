package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.CountOptions;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Settings as documents of a life. What was read counts if the tenant's record, read after it, is open for that life; what
 * was written is acknowledged on the same terms, and else taken back by the {@link Fence}.
 */
final class MongoSettings implements Settings {

    private final Mongo mongo;

    MongoSettings(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Setting> find(Life life, SettingKey key) {
        return mongo.run("read a setting of tenant " + life.tenant(), call -> {
            var found =
                    call.settings().find(eq(Values.ID, Values.id(life, key))).first();
            Records.requireOpen(call, life);
            return Optional.ofNullable(found).map(Values::setting);
        });
    }

    @Override
    public List<Setting> findAll(Life life, Collection<SettingKey> keys) {
        var ids = keys.stream().distinct().map(key -> Values.id(life, key)).toList();
        return mongo.run("read settings of tenant " + life.tenant(), call -> {
            // The tenant by itself as well, so that a cluster need not ask every shard.
            var wanted = and(eq(Values.TENANT, life.tenant().value()), in(Values.ID, ids));
            var found = call.settings().find(wanted).map(Values::setting).into(new ArrayList<>());
            Records.requireOpen(call, life);
            found.sort(Comparator.comparing(Setting::key));
            return found;
        });
    }

    @Override
    public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
        var all = Values.of(life);
        var wanted = after.map(key -> and(all, gt(Order.FIELD, Order.of(key.value()))))
                .orElse(all);
        return mongo.run("list settings of tenant " + life.tenant(), call -> {
            var found = call.settings()
                    .find(wanted)
                    .sort(ascending(Order.FIELD))
                    .limit(limit)
                    .map(Values::setting)
                    .into(new ArrayList<>());
            Records.requireOpen(call, life);
            return found;
        });
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        var write = new Write(life, setting.key(), precondition);
        return mongo.run("write a setting of tenant " + life.tenant(), call -> {
            Optional<PutOutcome> outcome;
            do {
                outcome = tryPut(call, write, Values.document(life, setting), quota);
            } while (outcome.isEmpty());
            return outcome.get();
        });
    }

    /** Returns empty if somebody created the setting between two steps; the time of the call bounds the attempts. */
    private static Optional<PutOutcome> tryPut(Call call, Write write, Document next, int quota) {
        var before = write.admitted().map(filter -> call.settings().findOneAndReplace(filter, next));
        if (before.isPresent()) {
            Fence.acknowledge(
                    call,
                    write.life(),
                    () -> call.settings()
                                    .replaceOne(Values.unchanged(next), before.get())
                                    .getMatchedCount()
                            > 0);
            return Optional.of(PutOutcome.REPLACED);
        }
        if (!write.admitsAbsence()) {
            return refuse(call, write, PutOutcome.UNMET);
        }
        if (isFull(call, write.life(), quota)) {
            return isPresent(call, write) ? conflict(call, write) : refuse(call, write, PutOutcome.FULL);
        }
        return create(call, write, next);
    }

    private static Optional<PutOutcome> create(Call call, Write write, Document next) {
        if (!Call.insert(call.settings(), next)) {
            return conflict(call, write);
        }
        Fence.acknowledge(
                call,
                write.life(),
                () -> call.settings().deleteOne(Values.unchanged(next)).getDeletedCount() > 0);
        return Optional.of(PutOutcome.CREATED);
    }

    /** There is such a setting after all: that is either the answer or a reason to try again. */
    private static Optional<PutOutcome> conflict(Call call, Write write) {
        return write.mindsPresence() ? refuse(call, write, PutOutcome.UNMET) : Optional.empty();
    }

    private static Optional<PutOutcome> refuse(Call call, Write write, PutOutcome outcome) {
        Records.requireOpen(call, write.life());
        return Optional.of(outcome);
    }

    private static boolean isFull(Call call, Life life, int quota) {
        return quota <= 0 || call.settings().countDocuments(Values.of(life), new CountOptions().limit(quota)) >= quota;
    }

    private static boolean isPresent(Call call, Write write) {
        return call.settings().find(write.id()).first() != null;
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        var write = new Write(life, key, precondition);
        return mongo.run("remove a setting of tenant " + life.tenant(), call -> remove(call, write));
    }

    private static RemoveOutcome remove(Call call, Write write) {
        var before = write.admitted().map(filter -> call.settings().findOneAndDelete(filter));
        if (before.isPresent()) {
            Fence.acknowledge(call, write.life(), () -> Call.insert(call.settings(), before.get()));
            return RemoveOutcome.REMOVED;
        }
        boolean unmet = !write.admitsAbsence() || (write.mindsPresence() && isPresent(call, write));
        Records.requireOpen(call, write.life());
        return unmet ? RemoveOutcome.UNMET : RemoveOutcome.ABSENT;
    }
}

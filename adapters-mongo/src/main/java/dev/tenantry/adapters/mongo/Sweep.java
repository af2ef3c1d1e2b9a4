package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * Deletes the settings of lives that no record names. It reads a page of settings at a time and the records of their
 * tenants after it, so that it neither loads all of anything nor takes a life that has begun meanwhile for an orphan.
 */
final class Sweep {

    private static final int PAGE = 1000;

    private final Mongo mongo;
    private final Instant before;

    /** @param before what was minted or written later stays */
    Sweep(Mongo mongo, Instant before) {
        this.mongo = mongo;
        this.before = before;
    }

    void run() {
        Bson rest = empty();
        List<Life> page;
        do {
            page = page(rest);
            orphans(page).forEach(this::delete);
            rest = page.isEmpty() ? rest : behind(page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }

    /** Returns the life of each of the next settings. */
    private List<Life> page(Bson rest) {
        return mongo.run(
                "look for settings without a tenant",
                call -> call.settings()
                        .find(rest)
                        .projection(include(Values.ID))
                        .sort(ascending(Values.TENANT, Values.INCARNATION))
                        .limit(PAGE)
                        .map(Values::life)
                        .into(new ArrayList<>()));
    }

    /** A life that goes on behind the page was dealt with as a whole. */
    private static Bson behind(Life life) {
        var tenant = life.tenant().value();
        var incarnation = life.incarnation().toString();
        return or(gt(Values.TENANT, tenant), and(eq(Values.TENANT, tenant), gt(Values.INCARNATION, incarnation)));
    }

    private Set<Life> orphans(List<Life> page) {
        var orphans = new HashSet<>(page);
        orphans.removeIf(life -> !life.incarnation().mintedAt().isBefore(before));
        var records = records(orphans.stream().map(Life::tenant).distinct().toList());
        orphans.removeIf(life -> Optional.ofNullable(records.get(life.tenant().value()))
                .filter(record -> mayName(record, life))
                .isPresent());
        return orphans;
    }

    private Map<String, Document> records(List<TenantId> tenants) {
        var ids = tenants.stream().map(TenantId::value).toList();
        return mongo.run("look for the tenants of settings", call -> {
            var records = new HashMap<String, Document>();
            call.installations().find(in("_id", ids)).forEach(record -> records.put(Records.name(record), record));
            return records;
        });
    }

    /** A record that cannot be read may name any life. */
    private static boolean mayName(Document record, Life life) {
        try {
            return Records.read(record).record().life().equals(Optional.of(life));
        } catch (StorageException unreadable) {
            return true;
        }
    }

    /** An old life may be about to begin again here: a copy from another backend brings its incarnations along. */
    private void delete(Life orphan) {
        var old = and(Values.of(orphan), lt(Values.WRITE, new ObjectId(Date.from(before))));
        mongo.run("remove settings without a tenant", call -> call.settings().deleteMany(old));
    }
}

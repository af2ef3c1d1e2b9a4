package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.SettingKey;
import java.util.Optional;
import org.bson.conversions.Bson;

/** What a write is about, and when it may happen. */
record Write(Life life, SettingKey key, Precondition precondition) {

    Bson id() {
        return eq(Values.ID, Values.id(life, key));
    }

    /** Returns what finds the stored setting if the write may change it, or empty if it may change none. */
    Optional<Bson> admitted() {
        if (precondition instanceof Precondition.Absent) {
            return Optional.empty();
        }
        if (precondition instanceof Precondition.Matches matches) {
            var tags = matches.tags().stream().map(ETag::value).toList();
            return Optional.of(and(id(), in(Values.ETAG, tags)));
        }
        return Optional.of(id());
    }

    /** Returns whether it may happen when nothing is stored. */
    boolean admitsAbsence() {
        return precondition.admits(Optional.empty());
    }

    /** Returns whether only what is stored can be in its way. */
    boolean mindsPresence() {
        return precondition instanceof Precondition.Absent;
    }
}

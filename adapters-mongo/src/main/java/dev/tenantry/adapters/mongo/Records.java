package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.time.DateTimeException;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The documents of {@code installations}, each the fence of all else that its tenant has. */
final class Records {

    private static final String ID = "_id";
    private static final String RECORD = "record";

    private Records() {}

    /**
     * A record as it is stored.
     *
     * @param text its exact text, which a replacement compares
     */
    record Stored(TenantRecord record, String text) {

        /** Admits a write only as long as nobody changed anything. */
        Bson unchanged() {
            return and(eq(ID, record.id().value()), eq(RECORD, text));
        }
    }

    static Optional<Stored> find(Call call, TenantId tenant) {
        return Optional.ofNullable(
                        call.installations().find(eq(ID, tenant.value())).first())
                .map(Records::read);
    }

    /** @throws UnauthenticatedException unless the tenant is open for this life now */
    static void requireOpen(Call call, Life life) {
        if (find(call, life.tenant())
                .filter(stored -> stored.record().isOpenFor(life))
                .isEmpty()) {
            throw gone();
        }
    }

    static UnauthenticatedException gone() {
        return new UnauthenticatedException("the tenant's life has ended");
    }

    static Document document(TenantRecord record) {
        var id = record.id().value();
        return new Document(ID, id).append(Order.FIELD, Order.of(id)).append(RECORD, RecordWriter.write(record));
    }

    /** Returns the tenant's name as it is stored. */
    static String name(Document document) {
        return document.getString(ID);
    }

    /** @throws StorageException if it makes no sense; names the tenant and quotes nothing */
    static Stored read(Document document) {
        var tenant = new TenantId(document.getString(ID));
        var text = document.getString(RECORD);
        try {
            return new Stored(new RecordReader(text).read(tenant), text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StorageException("the record of tenant " + tenant + " is not what a record looks like");
        }
    }
}

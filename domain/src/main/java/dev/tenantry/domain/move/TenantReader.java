package dev.tenantry.domain.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Storage;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what belongs to a tenant, its record in hand, whatever its status. Never writes.
 *
 * <p>Every method throws {@link StorageException} if the storage fails.
 */
public final class TenantReader {

    private final Storage storage;

    /** @param storage from where */
    public TenantReader(Storage storage) {
        this.storage = storage;
    }

    /** Returns all settings in the order of their names, those that cannot be read as rows without content. */
    Iterator<Row<Setting>> rows(TenantRecord record) {
        return record.life()
                .<Iterator<Row<Setting>>>map(life -> new SettingRows(storage.archive(), life))
                .orElseGet(Collections::emptyIterator);
    }

    /**
     * Returns the settings in the order of their keys, a few megabytes in memory at a time.
     *
     * @param unreadable is told the names of those that cannot be read
     */
    public Iterator<Setting> settings(TenantRecord record, Consumer<String> unreadable) {
        return new ReadableOnly(rows(record), unreadable);
    }

    /** Returns the links in the order of their aliases. */
    public List<Link> links(TenantRecord record) {
        return storage.links().list(record.id());
    }

    /** Returns what the tenant is in short. */
    TenantDigest digest(TenantRecord record) {
        return TenantDigest.of(record, rows(record), links(record));
    }

    /** Passes over what cannot be read. */
    private static final class ReadableOnly implements Iterator<Setting> {

        private final Iterator<Row<Setting>> rows;
        private final Consumer<String> unreadable;
        private Optional<Setting> next = Optional.empty();

        ReadableOnly(Iterator<Row<Setting>> rows, Consumer<String> unreadable) {
            this.rows = rows;
            this.unreadable = unreadable;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && rows.hasNext()) {
                var row = rows.next();
                next = row.content();
                if (next.isEmpty()) {
                    unreadable.accept(row.name());
                }
            }
            return next.isPresent();
        }

        @Override
        public Setting next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var setting = next.orElseThrow();
            next = Optional.empty();
            return setting;
        }
    }
}

package dev.tenantry.domain.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Archive.Row;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows of an archive one by one, page after page, none of which is larger than its content allows. */
abstract class RowIterator<T> implements Iterator<Row<T>> {

    private Iterator<Row<T>> page = List.<Row<T>>of().iterator();
    private Optional<String> after = Optional.empty();
    private boolean isEnd;

    /** Returns how many rows the next page may have. */
    abstract int limit();

    abstract List<Row<T>> page(Optional<String> after, int limit);

    @Override
    public final boolean hasNext() {
        if (!page.hasNext() && !isEnd) {
            turn();
        }
        return page.hasNext();
    }

    @Override
    public final Row<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private void turn() {
        int limit = limit();
        var rows = page(after, limit);
        rows.forEach(row -> {
            requireOrder(row.name());
            after = Optional.of(row.name());
        });
        isEnd = rows.size() < limit;
        page = rows.iterator();
    }

    /** Two sides can only be compared in the same order, and a page that goes back would never end. */
    private void requireOrder(String name) {
        if (after.filter(before -> SideBySide.ORDER.compare(before, name) >= 0).isPresent()) {
            throw new StorageException("the storage does not list names in the order of their code points");
        }
    }
}

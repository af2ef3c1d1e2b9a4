package dev.tenantry.domain.port.out;

import dev.tenantry.domain.port.out.AceRows.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Rows of which all names are known and the values are fetched a few at a time. Not safe for use by many threads.
 *
 * @param <N> what names a row in its database
 */
public final class FetchedRows<N> implements Iterator<Row> {

    private static final int FEW = 16;

    private final Deque<N> waiting;
    private final Deque<Row> fetched = new ArrayDeque<>();
    private final Function<List<N>, List<Row>> source;

    /**
     * Fetches nothing yet.
     *
     * @param names of all rows, in the order in which they are returned
     * @param source returns the rows of at most {@value #FEW} names, in their order
     */
    public FetchedRows(Collection<N> names, Function<List<N>, List<Row>> source) {
        this.waiting = new ArrayDeque<>(names);
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (fetched.isEmpty() && !waiting.isEmpty()) {
            fetch();
        }
        return !fetched.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return fetched.remove();
    }

    private void fetch() {
        var few = new ArrayList<N>();
        while (few.size() < FEW && !waiting.isEmpty()) {
            few.add(waiting.remove());
        }
        fetched.addAll(source.apply(few));
    }
}

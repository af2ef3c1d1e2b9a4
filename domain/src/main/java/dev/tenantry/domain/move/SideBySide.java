package dev.tenantry.domain.move;

import dev.tenantry.domain.port.out.Archive.Row;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;

/** Walks through two ordered sides at once: what has the same name on both comes together. */
final class SideBySide<T> implements Iterator<SideBySide.Pair<T>> {

    /** By code points, as every archive lists names; the bytes of UTF-8 have the same order. */
    static final Comparator<String> ORDER = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private final Iterator<Row<T>> source;
    private final Iterator<Row<T>> target;
    private Optional<Row<T>> nextSource;
    private Optional<Row<T>> nextTarget;

    SideBySide(Iterator<Row<T>> source, Iterator<Row<T>> target) {
        this.source = source;
        this.target = target;
        this.nextSource = advance(source);
        this.nextTarget = advance(target);
    }

    /** What there is under one name; at least one side is present. */
    record Pair<T>(Optional<Row<T>> source, Optional<Row<T>> target) {

        String name() {
            return source.or(() -> target).orElseThrow().name();
        }
    }

    @Override
    public boolean hasNext() {
        return nextSource.isPresent() || nextTarget.isPresent();
    }

    @Override
    public Pair<T> next() {
        int order = order();
        var pair = new Pair<>(
                order <= 0 ? nextSource : Optional.<Row<T>>empty(), order >= 0 ? nextTarget : Optional.<Row<T>>empty());
        if (order <= 0) {
            nextSource = advance(source);
        }
        if (order >= 0) {
            nextTarget = advance(target);
        }
        return pair;
    }

    private int order() {
        if (nextSource.isEmpty() || nextTarget.isEmpty()) {
            return Boolean.compare(nextSource.isEmpty(), nextTarget.isEmpty());
        }
        return ORDER.compare(nextSource.get().name(), nextTarget.get().name());
    }

    private static <T> Optional<Row<T>> advance(Iterator<Row<T>> rows) {
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }
}

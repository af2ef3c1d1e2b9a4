package dev.tenantry.adapters.http.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A list of values. */
public final class JsonArray implements Json {

    private final List<Json> items;
    private final int depth;
    private final long length;

    /** @param items in their order; copied */
    public JsonArray(List<Json> items) {
        this.items = List.copyOf(items);
        this.depth = 1 + items.stream().mapToInt(Json::depth).max().orElse(0);
        long parts = items.stream().mapToLong(Json::length).sum();
        this.length = Math.min(MAX_LENGTH, 2 + Math.max(0, items.size() - 1) + parts);
    }

    /** Returns the items; unmodifiable. */
    public List<Json> items() {
        return items;
    }

    /** Returns a copy with one more item before the one at {@code index}, which may be the size. */
    public JsonArray inserting(int index, Json item) {
        var copy = new ArrayList<>(items);
        copy.add(index, item);
        return new JsonArray(copy);
    }

    /** Returns a copy with another item at {@code index}. */
    public JsonArray replacing(int index, Json item) {
        var copy = new ArrayList<>(items);
        copy.set(index, item);
        return new JsonArray(copy);
    }

    /** Returns a copy without the item at {@code index}. */
    public JsonArray removing(int index) {
        var copy = new ArrayList<>(items);
        copy.remove(index);
        return new JsonArray(copy);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isEqualTo(Json other) {
        return other instanceof JsonArray that
                && items.size() == that.items.size()
                && IntStream.range(0, items.size()).allMatch(i -> items.get(i).isEqualTo(that.items.get(i)));
    }

    @Override
    public void appendTo(StringBuilder target) {
        target.append('[');
        for (int i = 0; i < items.size(); i++) {
            target.append(i == 0 ? "" : ",");
            items.get(i).appendTo(target);
        }
        target.append(']');
    }
}

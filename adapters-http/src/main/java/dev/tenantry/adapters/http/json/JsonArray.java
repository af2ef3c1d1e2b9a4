package dev.tenantry.adapters.http.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A list of values. */
public final class JsonArray extends JsonParts {

    private final List<Json> items;

    /** @param items in their order; copied */
    public JsonArray(List<Json> items) {
        super(items, 0);
        this.items = List.copyOf(items);
    }

    /** Returns the items; unmodifiable. */
    public List<Json> items() {
        return items;
    }

    /** Returns a copy with one more item before the one at {@code index}, which may be the size. */
    public JsonArray inserting(int index, Json item) {
        return edited(copy -> copy.add(index, item));
    }

    /** Returns a copy with another item at {@code index}. */
    public JsonArray replacing(int index, Json item) {
        return edited(copy -> copy.set(index, item));
    }

    /** Returns a copy without the item at {@code index}. */
    public JsonArray removing(int index) {
        return edited(copy -> copy.remove(index));
    }

    private JsonArray edited(Consumer<List<Json>> edit) {
        var copy = new ArrayList<>(items);
        edit.accept(copy);
        return new JsonArray(copy);
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

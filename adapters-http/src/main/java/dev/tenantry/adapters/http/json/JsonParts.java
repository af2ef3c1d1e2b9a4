package dev.tenantry.adapters.http.json;

import java.util.Collection;

/** A value that consists of others. What is asked about its extent is worked out once. */
abstract sealed class JsonParts implements Json permits JsonArray, JsonObject {

    private final int size;
    private final int depth;
    private final long length;

    /**
     * @param parts the values it consists of
     * @param names how many UTF-16 units their names take, colons included
     */
    JsonParts(Collection<Json> parts, long names) {
        this.size = parts.size();
        this.depth = 1 + parts.stream().mapToInt(Json::depth).max().orElse(0);
        long values = parts.stream().mapToLong(Json::length).sum();
        this.length = Math.min(MAX_LENGTH, 2 + Math.max(0, size - 1) + names + values);
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final int depth() {
        return depth;
    }

    @Override
    public final long length() {
        return length;
    }
}

package dev.tenantry.adapters.http.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values under names, in their order. */
public final class JsonObject implements Json {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, Json> members;
    private final int depth;
    private final long length;

    /** @param members in their order; copied */
    public JsonObject(Map<String, Json> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.depth = 1 + members.values().stream().mapToInt(Json::depth).max().orElse(0);
        long parts = members.entrySet().stream().mapToLong(JsonObject::length).sum();
        this.length = Math.min(MAX_LENGTH, 2 + Math.max(0, members.size() - 1) + parts);
    }

    private static long length(Map.Entry<String, Json> member) {
        return member.getKey().length() + "\"\":".length() + member.getValue().length();
    }

    /** Returns the members; unmodifiable. */
    public Map<String, Json> members() {
        return members;
    }

    /** Returns a member, or empty if there is none. */
    public Optional<Json> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Returns a copy with this member, in the place of an older one of the same name or else at the end. */
    public JsonObject with(String name, Json value) {
        var copy = new LinkedHashMap<>(members);
        copy.put(name, value);
        return new JsonObject(copy);
    }

    /** Returns a copy without this member. */
    public JsonObject without(String name) {
        var copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return new JsonObject(copy);
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
        return other instanceof JsonObject that
                && members.keySet().equals(that.members.keySet())
                && members.entrySet().stream()
                        .allMatch(m -> that.find(m.getKey())
                                .filter(m.getValue()::isEqualTo)
                                .isPresent());
    }

    @Override
    public void appendTo(StringBuilder target) {
        target.append('{');
        var separator = "";
        for (var member : members.entrySet()) {
            target.append(separator).append(Quoted.of(member.getKey())).append(':');
            member.getValue().appendTo(target);
            separator = ",";
        }
        target.append('}');
    }
}

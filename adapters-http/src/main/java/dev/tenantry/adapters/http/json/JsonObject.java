package dev.tenantry.adapters.http.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Values under names, in their order. */
public final class JsonObject extends JsonParts {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, Json> members;

    /** @param members in their order; copied */
    public JsonObject(Map<String, Json> members) {
        super(members.values(), length(members.keySet()));
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    private static long length(Set<String> names) {
        return names.stream()
                .mapToLong(name -> name.length() + "\"\":".length())
                .sum();
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
        return edited(copy -> copy.put(name, value));
    }

    /** Returns a copy without this member. */
    public JsonObject without(String name) {
        return edited(copy -> copy.remove(name));
    }

    private JsonObject edited(Consumer<Map<String, Json>> edit) {
        var copy = new LinkedHashMap<>(members);
        edit.accept(copy);
        return new JsonObject(copy);
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

package dev.tenantry.domain.testkit;

import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.Oddity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers all that a source of ACE's rows says, as text. */
public final class CollectedRows implements AceRows.Sink {

    private final Map<String, List<String>> rows = new TreeMap<>();
    private final Map<String, List<String>> aliases = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** Returns what a source says. */
    public static CollectedRows of(AceRows source) {
        var collected = new CollectedRows();
        try (source) {
            source.read(collected);
        }
        return collected;
    }

    /** Returns the rows of each clientKey in their order, such as {@code appSettings={"a":1}}. */
    public Map<String, List<String>> rows() {
        return rows;
    }

    /** Returns the rows of one clientKey, none if there are none. */
    public List<String> rows(String clientKey) {
        return rows.getOrDefault(clientKey, List.of());
    }

    /** Returns the aliases of each clientKey that has some. */
    public Map<String, List<String>> aliases() {
        return aliases;
    }

    /** Returns what was said besides, such as {@code CACHED_TOKEN key x} or {@code SETTING x: reason}. */
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public void tenant(String clientKey, Iterator<AceRows.Row> found, List<String> names) {
        var texts = rows.computeIfAbsent(clientKey, first -> new ArrayList<>());
        found.forEachRemaining(row -> texts.add(row.key() + "=" + row.value().orElse("nothing")));
        if (!names.isEmpty()) {
            aliases.put(clientKey, names);
        }
    }

    @Override
    public void odd(Oddity oddity, String name) {
        remarks.add(oddity + " " + name);
    }

    @Override
    public void skip(Thing thing, String name, String reason) {
        remarks.add(thing + " " + name + ": " + reason);
    }
}

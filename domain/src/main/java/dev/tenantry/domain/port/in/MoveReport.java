package dev.tenantry.domain.port.in;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * What became of all the things that a command moved. Everything is counted; what went wrong is also told, one by one and
 * at once, so that nothing piles up in memory. Safe for use by many threads, and told one trouble at a time.
 */
public final class MoveReport {

    private final Map<Fate, Map<Thing, Long>> counts = new EnumMap<>(Fate.class);
    private final Consumer<Trouble> troubles;

    /** @param troubles is told what went wrong */
    public MoveReport(Consumer<Trouble> troubles) {
        this.troubles = troubles;
    }

    /** What is moved. */
    public enum Thing {
        TENANT,
        SETTING,
        LINK,
        /** A line of a file. */
        LINE
    }

    /** What can become of a thing. */
    public enum Fate {
        /** It was written, or would be if the command were not a trial. */
        WRITTEN,
        /** It was there already. */
        UNCHANGED,
        /** It was removed because its origin no longer has it, or would be. */
        REMOVED,
        /** It was left out. */
        SKIPPED,
        /** It is not the same on both sides. */
        DIFFERENT
    }

    /**
     * One thing that went wrong.
     *
     * @param name what it is, such as {@code tenant acme}; may hold any character that somebody stored
     * @param reason what is wrong with it
     */
    public record Trouble(String name, String reason) {
        @Override
        public String toString() {
            return name + ": " + reason;
        }
    }

    /** Counts things with which all is well. */
    public synchronized void count(Fate fate, Thing thing, long number) {
        if (number == 0) {
            return;
        }
        counts.computeIfAbsent(fate, absent -> new EnumMap<>(Thing.class)).merge(thing, number, Long::sum);
    }

    /** Counts one thing that was left out, and tells why. */
    public synchronized void skip(Thing thing, String name, String reason) {
        count(Fate.SKIPPED, thing, 1);
        troubles.accept(new Trouble(name, reason));
    }

    /** Counts one thing that is not the same on both sides, and tells in what. */
    public synchronized void differ(Thing thing, String name, String difference) {
        count(Fate.DIFFERENT, thing, 1);
        troubles.accept(new Trouble(name, difference));
    }

    /** Returns how many things of a kind met this fate. */
    public synchronized long total(Fate fate, Thing thing) {
        return counts.getOrDefault(fate, Map.of()).getOrDefault(thing, 0L);
    }

    /** Returns how many things of any kind met any fate. */
    public synchronized long total() {
        return counts.values().stream()
                .flatMap(things -> things.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns whether something was written or removed. */
    public synchronized boolean hasChanges() {
        return counts.containsKey(Fate.WRITTEN) || counts.containsKey(Fate.REMOVED);
    }

    /** Returns whether nothing was skipped and nothing differs. */
    public synchronized boolean isClean() {
        return !counts.containsKey(Fate.SKIPPED) && !counts.containsKey(Fate.DIFFERENT);
    }

    /** Returns the counts in one line, such as {@code written: 2 tenants, 1 link; skipped: 1 setting}. */
    public synchronized String summary() {
        var line = new StringJoiner("; ").setEmptyValue("nothing to do");
        counts.forEach((fate, things) -> line.add(fate.name().toLowerCase(Locale.ROOT) + ": " + list(things)));
        return line.toString();
    }

    private static String list(Map<Thing, Long> things) {
        var list = new StringJoiner(", ");
        things.forEach((thing, number) ->
                list.add(number + " " + thing.name().toLowerCase(Locale.ROOT) + (number == 1 ? "" : "s")));
        return list.toString();
    }
}

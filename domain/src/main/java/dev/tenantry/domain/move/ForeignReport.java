package dev.tenantry.domain.move;

import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.Oddity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What became of the tenants of another framework, and what was strange about them. Not safe for use by many threads. */
public final class ForeignReport {

    private final MoveReport moves;
    private final Map<Oddity, Long> oddities = new EnumMap<>(Oddity.class);
    private final Consumer<String> lines;

    /**
     * @param moves counts what was moved, and what cannot be
     * @param lines is told each oddity that is worth a line
     */
    public ForeignReport(MoveReport moves, Consumer<String> lines) {
        this.moves = moves;
        this.lines = lines;
    }

    /** Returns what was moved, and what could not be. */
    public MoveReport moves() {
        return moves;
    }

    /** Counts an oddity, and tells its name if it is worth that. */
    public void odd(Oddity oddity, String name) {
        oddities.merge(oddity, 1L, Long::sum);
        oddity.told().ifPresent(told -> lines.accept(name + ": " + told));
    }

    /** Returns how often an oddity was met. */
    public long total(Oddity oddity) {
        return oddities.getOrDefault(oddity, 0L);
    }

    /** Returns one line for each kind of oddity that was met, with its number. */
    public List<String> oddities() {
        return oddities.entrySet().stream()
                .map(met -> met.getValue() + " " + met.getKey().counted())
                .toList();
    }
}

package dev.tenantry.app.command;

import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Trouble;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells how far a command is and what went wrong. The line that tells how far it is is for people: it is written over and
 * over, and only on a terminal.
 */
final class MoveProgress {

    private static final long INTERVAL = Duration.ofMillis(500).toNanos();
    private static final String BACK_AND_CLEAR = "\r\033[K";

    private final PrintStream out;
    private final boolean isTerminal;
    private final MoveReport report = new MoveReport(this::tell);
    private final long start = System.nanoTime();
    private long lastTick = start;

    /**
     * @param out where to tell it
     * @param isTerminal whether somebody looks on
     */
    MoveProgress(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Returns one for this process. From JDK 22 on there may be a console even without a terminal; that one is asked. */
    @SuppressWarnings("SystemConsoleNull")
    static MoveProgress onTerminal() {
        var console = System.console();
        return new MoveProgress(System.err, console != null && isTerminal(console));
    }

    private static boolean isTerminal(Object console) {
        try {
            return (Boolean) console.getClass().getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    MoveReport report() {
        return report;
    }

    /** Tells how far it is, if it is time to. */
    void tick() {
        long now = System.nanoTime();
        if (isTerminal && now - lastTick >= INTERVAL) {
            lastTick = now;
            out.print(BACK_AND_CLEAR + report.summary() + "; " + speed());
            out.flush();
        }
    }

    /** In one piece: another thread may tell at this moment how far it is. */
    private void tell(Trouble trouble) {
        var line = trouble.toString().replaceAll("\\p{Cc}", "\uFFFD") + System.lineSeparator();
        out.print(isTerminal ? BACK_AND_CLEAR + line : line);
    }

    private void clear() {
        if (isTerminal) {
            out.print(BACK_AND_CLEAR);
        }
    }

    /** Returns all counts and the speed in one line. */
    String sum() {
        clear();
        return report.summary() + "; " + speed();
    }

    private String speed() {
        double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
        return String.format("%.1f s, %.0f rows/s", seconds, report.total() / seconds);
    }
}

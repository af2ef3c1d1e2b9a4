package dev.tenantry.app.move;

import dev.tenantry.app.move.RawLines.RawLine;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What the lines of a file say, one line ahead. Lines that say nothing are reported and passed over. */
final class Entries {

    private final RawLines lines;
    private final LineReader reader;
    private final MoveReport report;
    private Optional<Entry> ahead = Optional.empty();
    private long linesOfTenants;
    private long linesOfLinks;
    private long linesOfSettings;

    Entries(InputStream in, LineReader reader, MoveReport report) {
        this.lines = new RawLines(in, reader.maxLineBytes());
        this.reader = reader;
        this.report = report;
    }

    /** Returns the next entry and stays before it; empty at the end of the file. */
    Optional<Entry> peek() {
        while (ahead.isEmpty()) {
            var line = readLine();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            ahead = read(line.get());
        }
        return ahead;
    }

    /** Goes behind the entry that was peeked at. */
    void pass() {
        ahead.ifPresent(this::count);
        ahead = Optional.empty();
    }

    /** Returns which line the peeked entry stands in; at the end of the file, the last one. */
    String place() {
        return "line " + lines.number();
    }

    /** Goes behind the peeked entry and reports that it is left out. */
    void refuse(Thing thing, String reason) {
        report.skip(thing, place(), reason);
        pass();
    }

    /** Returns how many entries of each kind were passed. */
    Totals totals() {
        return new Totals(linesOfTenants, linesOfLinks, linesOfSettings);
    }

    private Optional<RawLine> readLine() {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Entry> read(RawLine line) {
        if (!line.problem().isEmpty()) {
            report.skip(Thing.LINE, place(), line.problem());
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(line.text()));
        } catch (IllegalArgumentException malformed) {
            report.skip(Thing.LINE, place(), String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    private void count(Entry entry) {
        if (entry instanceof Entry.OfTenant) {
            linesOfTenants++;
        } else if (entry instanceof Entry.OfLink) {
            linesOfLinks++;
        } else if (entry instanceof Entry.OfSetting) {
            linesOfSettings++;
        }
    }
}

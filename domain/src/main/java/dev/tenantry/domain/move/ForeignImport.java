package dev.tenantry.domain.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.TenantWriter.Outcome.Written;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.ForeignTenants;
import dev.tenantry.domain.port.out.Oddity;
import dev.tenantry.domain.port.out.Storage;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes tenants of another framework into a backend.
 *
 * <p>A tenant that the backend does not have is written; so is one that an earlier run left half written. Of two states
 * of one tenant the one with the newest callback is right: a backend that knows a newer callback keeps its tenant, and one
 * that knows older ones only is given the source's. ACE knows no times, so when both know the same the backend's tenant is
 * compared and each difference is told; it is replaced only if that was asked for. So the import can be repeated: a second
 * run proves that everything arrived, and no run takes back what a site told this backend.
 */
public final class ForeignImport implements ForeignTenants.Sink {

    private final Storage target;
    private final TenantWriter writer;
    private final Mode mode;
    private final ForeignReport report;

    /** @param target a prepared backend */
    public ForeignImport(Storage target, Mode mode, ForeignReport report) {
        this.target = target;
        this.writer = new TenantWriter(target);
        this.mode = mode;
        this.report = report;
    }

    /**
     * What the import may do.
     *
     * @param dryRun it only says what it would do
     * @param replace tenants that both sides know equally well become what the source says
     */
    public record Mode(boolean dryRun, boolean replace) {}

    @Override
    public void tenant(TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        try {
            take(record, settings, links);
        } catch (StorageException failure) {
            target.ping();
            skip(Thing.TENANT, nameOf(record), String.valueOf(failure.getMessage()));
        }
    }

    private void take(TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        var found = target.installations().find(record.id());
        if (found.isEmpty() || isHalfWritten(found.get())) {
            write(record, settings, links);
            return;
        }
        int age = newest(found.get()).compareTo(newest(record));
        if (age > 0) {
            report.odd(Oddity.NEWER_HERE, nameOf(record));
        } else if (age < 0 || mode.replace()) {
            write(record, settings, links);
        } else {
            new Comparison(target, report.moves()).compare(found.get(), record, settings, links);
        }
    }

    private static boolean isHalfWritten(TenantRecord record) {
        return Staging.of(record).equals(record);
    }

    /** Returns the time of the newest callback that a record knows of. */
    private static Instant newest(TenantRecord record) {
        var lifecycle = record.lifecycle();
        return Stream.of(lifecycle.toggledAt(), lifecycle.uninstalledAt())
                .flatMap(at -> at.stream())
                .reduce(lifecycle.installedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private void write(TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        if (mode.dryRun()) {
            var count = new int[1];
            settings.forEachRemaining(setting -> count[0]++);
            count(new Written(count[0], links.size(), List.of()));
        } else if (writer.write(record, settings, links) instanceof Written written) {
            count(written);
        } else {
            skip(Thing.TENANT, nameOf(record), "somebody else changed it meanwhile; import once more");
        }
    }

    private void count(Written written) {
        var moves = report.moves();
        moves.count(Fate.WRITTEN, Thing.TENANT, 1);
        moves.count(Fate.WRITTEN, Thing.SETTING, written.settings());
        moves.count(Fate.WRITTEN, Thing.LINK, written.links());
        written.foreign()
                .forEach(other -> moves.skip(
                        Thing.LINK, "link " + other.link().alias(), "it is the alias of tenant " + other.owner()));
    }

    private static String nameOf(TenantRecord record) {
        return "tenant " + record.id();
    }

    @Override
    public void odd(Oddity oddity, String name) {
        report.odd(oddity, name);
    }

    @Override
    public void skip(Thing thing, String name, String reason) {
        report.moves().skip(thing, name, reason);
    }
}

package dev.tenantry.app.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.TenantWriter;
import dev.tenantry.domain.move.TenantWriter.Outcome.Written;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Storage;
import java.io.InputStream;
import java.util.Optional;

/** Writes the tenants of an export into a storage, each whole; what is wrong with the file is told and left out. */
public final class Import {

    private final Storage target;
    private final TenantWriter writer;
    private final MoveReport report;
    private final Runnable progress;
    private Optional<TenantId> last = Optional.empty();

    /**
     * Prepares an import.
     *
     * @param target a prepared backend
     * @param report gets what was written, and what is wrong
     * @param progress is run after each tenant
     */
    public Import(Storage target, MoveReport report, Runnable progress) {
        this.target = target;
        this.writer = new TenantWriter(target);
        this.report = report;
        this.progress = progress;
    }

    /**
     * Reads all lines.
     *
     * @param maxValueBytes the size of the largest value that is taken, in bytes of UTF-8
     * @return whether the file has the tenants' secrets
     * @throws IllegalArgumentException if the file is no export that is understood here; nothing is written then
     * @throws StorageException if the storage is out of reach
     */
    public boolean read(InputStream in, int maxValueBytes) {
        var entries = new Entries(in, new LineReader(maxValueBytes), report);
        if (!(entries.peek().orElse(null) instanceof Entry.Header header)) {
            throw new IllegalArgumentException(
                    "the file is no export of Tenantry, or of a version that is not known here");
        }
        entries.pass();
        while (entries.peek().isPresent()) {
            var entry = entries.peek().orElseThrow();
            if (entry instanceof Entry.End end) {
                finish(entries, end.totals());
                return header.hasSecrets();
            }
            if (entry instanceof Entry.OfTenant tenant
                    && isInOrder(tenant.record().id())) {
                entries.pass();
                write(entries, header.hasSecrets() ? tenant.record() : keepingSecrets(tenant.record()));
                progress.run();
            } else {
                refuse(entries, entry);
            }
        }
        report.skip(Thing.LINE, entries.place(), "the file ends here without saying that this is its end");
        return header.hasSecrets();
    }

    private void finish(Entries entries, Totals expected) {
        if (!entries.totals().equals(expected)) {
            report.skip(Thing.LINE, entries.place(), "the file has not as many lines of each kind as it says here");
        }
        entries.pass();
        while (entries.peek().isPresent()) {
            entries.refuse(Thing.LINE, "it stands behind the end");
        }
    }

    private boolean isInOrder(TenantId tenant) {
        return last.filter(before -> before.compareTo(tenant) >= 0).isEmpty();
    }

    private static void refuse(Entries entries, Entry entry) {
        if (entry instanceof Entry.OfTenant tenant) {
            entries.refuse(Thing.TENANT, "tenant " + tenant.record().id() + " is a repetition, or not in its place");
        } else {
            var thing = entry instanceof Entry.OfSetting ? Thing.SETTING : Thing.LINE;
            entries.refuse(entry instanceof Entry.OfLink ? Thing.LINK : thing, "its tenant does not stand before it");
        }
    }

    /**
     * A tenant that has a secret already must not be locked out by a file that has none. In one that the file has
     * uninstalled it verifies callbacks only.
     */
    private TenantRecord keepingSecrets(TenantRecord record) {
        return target.installations()
                .find(record.id())
                .map(TenantRecord::secrets)
                .map(secrets -> record.lifecycle().status().isConnected() ? secrets : secrets.retire())
                .map(record::with)
                .orElse(record);
    }

    private void write(Entries entries, TenantRecord record) {
        last = Optional.of(record.id());
        var block = new TenantBlock(entries, record);
        try {
            var links = block.links();
            var outcome = writer.write(record, block, links);
            if (outcome instanceof Written written) {
                count(written);
            } else {
                skip(record, "somebody else changed it meanwhile");
            }
        } catch (CutOffException cutOff) {
            skip(record, "the file ends within it; nobody can use it until it is imported again");
        } catch (StorageException failure) {
            target.ping();
            skip(record, String.valueOf(failure.getMessage()));
        }
    }

    private void skip(TenantRecord record, String reason) {
        report.skip(Thing.TENANT, "tenant " + record.id(), reason);
    }

    private void count(Written written) {
        report.count(Fate.WRITTEN, Thing.TENANT, 1);
        report.count(Fate.WRITTEN, Thing.SETTING, written.settings());
        report.count(Fate.WRITTEN, Thing.LINK, written.links());
        written.foreign()
                .forEach(foreign -> report.skip(
                        Thing.LINK,
                        "link " + foreign.link().alias() + " of tenant "
                                + foreign.link().tenant(),
                        "here it is tenant " + foreign.owner() + "'s"));
    }
}

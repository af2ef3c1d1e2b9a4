package dev.tenantry.app.move;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.TenantReader;
import dev.tenantry.domain.move.TenantRows;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Storage;
import java.io.IOException;
import java.io.OutputStream;

/** Writes all tenants of a storage as lines, in the order of their names; what cannot be read is left out and told. */
public final class Export {

    private final Storage storage;
    private final TenantReader reader;
    private final MoveReport report;
    private final Runnable progress;

    /**
     * Prepares an export.
     *
     * @param report gets what was written, and what is wrong
     * @param progress is run after each tenant
     */
    public Export(Storage storage, MoveReport report, Runnable progress) {
        this.storage = storage;
        this.reader = new TenantReader(storage);
        this.report = report;
        this.progress = progress;
    }

    /**
     * Writes all lines.
     *
     * @param withSecrets whether the secrets of the tenants, in the clear, are part of them
     */
    public void write(OutputStream out, boolean withSecrets) throws IOException {
        var lines = new LineWriter(out, withSecrets);
        lines.header();
        var totals = Totals.NONE;
        for (var rows = new TenantRows(storage.archive()); rows.hasNext(); progress.run()) {
            var row = rows.next();
            if (row.content().isPresent()) {
                totals = write(lines, totals, row.content().get());
            } else {
                report.skip(Thing.TENANT, "tenant " + row.name(), "it cannot be read");
            }
        }
        lines.end(totals);
    }

    private Totals write(LineWriter lines, Totals totals, TenantRecord record) throws IOException {
        lines.tenant(record);
        var links = reader.links(record);
        for (var link : links) {
            lines.link(link);
        }
        int count = 0;
        var settings = reader.settings(
                record,
                name -> report.skip(
                        Thing.SETTING, "setting " + name + " of tenant " + record.id(), "it cannot be read"));
        while (settings.hasNext()) {
            lines.setting(record.id(), settings.next());
            count++;
        }
        report.count(Fate.WRITTEN, Thing.TENANT, 1);
        report.count(Fate.WRITTEN, Thing.LINK, links.size());
        report.count(Fate.WRITTEN, Thing.SETTING, count);
        return totals.plus(1, links.size(), count);
    }
}

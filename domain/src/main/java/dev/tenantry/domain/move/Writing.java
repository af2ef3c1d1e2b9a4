package dev.tenantry.domain.move;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.TenantWriter.Outcome.Written;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Storage;

/** Writes to the target, and counts. */
final class Writing implements Copying.Hand {

    private static final String OVERTAKEN = "somebody else changed it in the target meanwhile";

    private final TenantWriter writer;
    private final TenantRemover remover;
    private final Counting counting;
    private final MoveReport report;

    Writing(Storage target, boolean deletes, MoveReport report) {
        this.writer = new TenantWriter(target);
        this.remover = new TenantRemover(target);
        this.counting = new Counting(deletes, report);
        this.report = report;
    }

    @Override
    public void write(TenantRecord record, TenantReader from) {
        var outcome = writer.write(record, counting.readable(record, from), from.links(record));
        if (outcome instanceof Written written) {
            counting.count(Fate.WRITTEN, written.settings(), written.links());
            written.foreign().forEach(this::skip);
        } else {
            skip(record.id().value(), OVERTAKEN);
        }
    }

    private void skip(ForeignLink foreign) {
        var link = foreign.link();
        report.skip(
                Thing.LINK,
                "link " + link.alias() + " of tenant " + link.tenant(),
                "in the target it is tenant " + foreign.owner() + "'s");
    }

    @Override
    public void remove(TenantRecord record) {
        if (!counting.mayRemove(record)) {
            return;
        }
        if (remover.remove(record)) {
            report.count(Fate.REMOVED, Thing.TENANT, 1);
        } else {
            skip(record.id().value(), OVERTAKEN);
        }
    }

    @Override
    public void leave(TenantDigest same) {
        counting.leave(same);
    }

    @Override
    public void skip(String name, String reason) {
        counting.skip(name, reason);
    }
}

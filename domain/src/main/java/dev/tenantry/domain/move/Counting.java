package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import java.util.Iterator;

/** Writes nothing, and counts what a copy would write. */
final class Counting implements Copying.Hand {

    private final boolean deletes;
    private final MoveReport report;

    Counting(boolean deletes, MoveReport report) {
        this.deletes = deletes;
        this.report = report;
    }

    @Override
    public void write(TenantRecord record, TenantReader from) {
        int settings = 0;
        for (var all = readable(record, from); all.hasNext(); all.next()) {
            settings++;
        }
        count(Fate.WRITTEN, settings, from.links(record).size());
    }

    @Override
    public void remove(TenantRecord record) {
        if (mayRemove(record)) {
            report.count(Fate.REMOVED, Thing.TENANT, 1);
        }
    }

    @Override
    public void leave(TenantDigest same) {
        count(Fate.UNCHANGED, same.settings(), same.links());
    }

    @Override
    public void skip(String name, String reason) {
        report.skip(Thing.TENANT, "tenant " + name, reason);
    }

    /** Counts one tenant and what is its. */
    void count(Fate fate, int settings, int links) {
        report.count(fate, Thing.TENANT, 1);
        report.count(fate, Thing.SETTING, settings);
        report.count(fate, Thing.LINK, links);
    }

    boolean mayRemove(TenantRecord record) {
        if (!deletes) {
            skip(record.id().value(), "the source does not have it");
        }
        return deletes;
    }

    /** Returns the settings, and reports those that cannot be read as soon as they are met. */
    Iterator<Setting> readable(TenantRecord record, TenantReader from) {
        return from.settings(
                record,
                name -> report.skip(
                        Thing.SETTING,
                        "setting " + name + " of tenant " + record.id(),
                        "it cannot be read in the source"));
    }
}

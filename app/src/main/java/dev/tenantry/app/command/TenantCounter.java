package dev.tenantry.app.command;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.ForeignTenants;
import dev.tenantry.domain.port.out.Oddity;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;

/** Passes everything on, and tells from time to time how far it is. */
final class TenantCounter implements ForeignTenants.Sink {

    private static final int STEP = 5000;

    private final ForeignTenants.Sink sink;
    private final PrintStream progress;
    private long tenants;

    TenantCounter(ForeignTenants.Sink sink, PrintStream progress) {
        this.sink = sink;
        this.progress = progress;
    }

    @Override
    public void tenant(TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        sink.tenant(record, settings, links);
        tenants++;
        if (tenants % STEP == 0) {
            progress.println(tenants + " tenants so far");
        }
    }

    @Override
    public void odd(Oddity oddity, String name) {
        sink.odd(oddity, name);
    }

    @Override
    public void skip(Thing thing, String name, String reason) {
        sink.skip(thing, name, reason);
    }
}

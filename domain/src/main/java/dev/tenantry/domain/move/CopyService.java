package dev.tenantry.domain.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.SideBySide.Pair;
import dev.tenantry.domain.port.in.CopyTenants;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Storage;
import java.util.function.Consumer;

/** Walks through the tenants of both sides at once. */
public final class CopyService implements CopyTenants {

    private final Storage source;
    private final Storage target;
    private final boolean deletes;
    private final Runnable progress;

    /**
     * @param source is only read
     * @param target a prepared backend
     * @param deletes whether a tenant that the source does not have is removed from the target; else it is skipped
     * @param progress is run after each tenant
     */
    public CopyService(Storage source, Storage target, boolean deletes, Runnable progress) {
        this.source = source;
        this.target = target;
        this.deletes = deletes;
        this.progress = progress;
    }

    @Override
    public void pass(Task task, MoveReport report) {
        var work = work(task, report);
        var pairs = new SideBySide<>(new TenantRows(source.archive()), new TenantRows(target.archive()));
        while (pairs.hasNext()) {
            var pair = pairs.next();
            try {
                work.accept(pair);
            } catch (StorageException failure) {
                requireReach();
                report.skip(Thing.TENANT, "tenant " + pair.name(), String.valueOf(failure.getMessage()));
            }
            progress.run();
        }
    }

    private Consumer<Pair<TenantRecord>> work(Task task, MoveReport report) {
        return switch (task) {
            case COPY -> new Copying(source, target, new Writing(target, deletes, report))::tenant;
            case TRIAL -> new Copying(source, target, new Counting(deletes, report))::tenant;
            case VERIFY -> new Comparing(source, target, report)::tenant;
        };
    }

    /** A failure that is about one tenant stops nothing else, but without the backends nothing can go on. */
    private void requireReach() {
        source.ping();
        target.ping();
    }
}

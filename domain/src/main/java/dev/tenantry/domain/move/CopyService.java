package dev.tenantry.domain.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.SideBySide.Pair;
import dev.tenantry.domain.port.in.CopyTenants;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Storage;
import java.util.function.Consumer;

/** Walks through the tenants of both sides at once, and works on several at the same time. */
public final class CopyService implements CopyTenants {

    private final Storage source;
    private final Storage target;
    private final boolean deletes;
    private final int threads;
    private final Runnable progress;

    /**
     * @param source is only read
     * @param target a prepared backend
     * @param deletes whether a tenant that the source does not have is removed from the target; else it is skipped
     * @param threads how many tenants are worked on at the same time; from 1 on. Each may have a few megabytes in memory
     * @param progress is run after each tenant, never twice at once
     */
    public CopyService(Storage source, Storage target, boolean deletes, int threads, Runnable progress) {
        this.source = source;
        this.target = target;
        this.deletes = deletes;
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    public void pass(Task task, MoveReport report) {
        var work = work(task, report);
        var pairs = new SideBySide<>(new TenantRows(source.archive()), new TenantRows(target.archive()));
        Workers.forEach(threads, pairs, pair -> {
            try {
                work.accept(pair);
            } catch (StorageException failure) {
                requireReach();
                report.skip(Thing.TENANT, "tenant " + pair.name(), String.valueOf(failure.getMessage()));
            }
            advance();
        });
    }

    private synchronized void advance() {
        progress.run();
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

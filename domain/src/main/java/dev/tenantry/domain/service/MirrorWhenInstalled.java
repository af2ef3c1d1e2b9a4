package dev.tenantry.domain.service;

import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import java.util.concurrent.Executor;

/**
 * Copies all that a tenant has when its site tells that it has the app: a new installation has no properties yet. A site may
 * take no calls of the app before it has the answer to {@code installed}, so {@code enabled} copies once more; where Forge
 * knows the app, no {@code enabled} comes, and a reconcile makes up for what failed.
 */
public final class MirrorWhenInstalled implements LifecycleListener {

    private final Mirror mirror;
    private final LaterCopies copies;

    /** @param afterwards makes the copies; it may refuse some when it is busy */
    public MirrorWhenInstalled(Mirror mirror, Executor afterwards) {
        this.mirror = mirror;
        this.copies = new LaterCopies(afterwards);
    }

    @Override
    public void after(LifecycleEvent event, LifecycleOutcome outcome) {
        if (tellsOfTheApp(outcome)) {
            var tenant = event.callback().tenant();
            copies.begin(tenant, () -> mirror.followAll(tenant));
        }
    }

    private static boolean tellsOfTheApp(LifecycleOutcome outcome) {
        return switch (outcome) {
            case INSTALLED, REINSTALLED, UPDATED, ENABLED -> true;
            case DISABLED, UNINSTALLED, MOVED_TO_FORGE, NOTHING_NEW -> false;
        };
    }
}

package dev.tenantry.domain.service;

import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import java.util.concurrent.Executor;

/**
 * Copies what a tenant starts with as soon as its site takes calls of the app: when it says that the app is enabled, which
 * follows every install.
 */
public final class MirrorWhenEnabled implements LifecycleListener {

    private final Mirror mirror;
    private final LaterCopies copies;

    /** @param afterwards makes the copies; it may refuse some when it is busy */
    public MirrorWhenEnabled(Mirror mirror, Executor afterwards) {
        this.mirror = mirror;
        this.copies = new LaterCopies(afterwards);
    }

    @Override
    public void after(LifecycleEvent event, LifecycleOutcome outcome) {
        if (outcome == LifecycleOutcome.ENABLED) {
            var tenant = event.callback().tenant();
            copies.begin(tenant, () -> mirror.followAll(tenant));
        }
    }
}

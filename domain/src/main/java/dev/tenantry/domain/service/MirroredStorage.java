package dev.tenantry.domain.service;

import dev.tenantry.domain.port.out.ForwardingStorage;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.concurrent.Executor;

/**
 * A backend of whose settings some are copied to the host after every write, which does not wait for it. A copy that fails
 * is logged, and repaired by {@link Mirror#reconcile}. The defaults that come with a tenant's record are no such write:
 * {@link MirrorWhenInstalled} copies them.
 */
public final class MirroredStorage extends ForwardingStorage {

    private final Mirror mirror;
    private final LaterCopies copies;

    /**
     * @param storage what is read and written; closed with this
     * @param mirror reads what it copies, and not through this
     * @param afterwards makes the copies; it may refuse some when it is busy
     */
    public MirroredStorage(Storage storage, Mirror mirror, Executor afterwards) {
        super(storage);
        this.mirror = mirror;
        this.copies = new LaterCopies(afterwards);
    }

    @Override
    public Settings settings() {
        return new FollowedSettings(super.settings(), mirror, copies);
    }
}

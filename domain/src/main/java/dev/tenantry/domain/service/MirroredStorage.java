package dev.tenantry.domain.service;

import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A backend of whose settings some are copied to the host after every write, which does not wait for it. A copy that fails
 * is logged, and repaired by {@link Mirror#reconcile}. The defaults that come with a tenant's record are no such write:
 * {@link MirrorWhenInstalled} copies them.
 */
public final class MirroredStorage implements Storage {

    private final Storage storage;
    private final Mirror mirror;
    private final LaterCopies copies;

    /**
     * @param storage what is read and written; closed with this
     * @param mirror reads what it copies, and not through this
     * @param afterwards makes the copies; it may refuse some when it is busy
     */
    public MirroredStorage(Storage storage, Mirror mirror, Executor afterwards) {
        this.storage = storage;
        this.mirror = mirror;
        this.copies = new LaterCopies(afterwards);
    }

    @Override
    public Installations installations() {
        return storage.installations();
    }

    @Override
    public Settings settings() {
        return new FollowedSettings(storage.settings(), mirror, copies);
    }

    @Override
    public Links links() {
        return storage.links();
    }

    @Override
    public Archive archive() {
        return storage.archive();
    }

    @Override
    public ServerKeys serverKeys() {
        return storage.serverKeys();
    }

    @Override
    public void ping() {
        storage.ping();
    }

    @Override
    public boolean isPrepared() {
        return storage.isPrepared();
    }

    @Override
    public List<String> prepare() {
        return storage.prepare();
    }

    @Override
    public List<String> risks() {
        return storage.risks();
    }

    @Override
    public void sweep(Instant mintedBefore) {
        storage.sweep(mintedBefore);
    }

    @Override
    public void close() {
        storage.close();
    }
}

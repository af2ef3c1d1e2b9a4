package dev.tenantry.domain.port.out;

import java.time.Instant;
import java.util.List;

/** A backend that passes everything on to another one: a decorator overrides what it does in another way. */
public abstract class ForwardingStorage implements Storage {

    private final Storage storage;

    /** @param storage what everything is passed on to; closed with this */
    protected ForwardingStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Installations installations() {
        return storage.installations();
    }

    @Override
    public Settings settings() {
        return storage.settings();
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

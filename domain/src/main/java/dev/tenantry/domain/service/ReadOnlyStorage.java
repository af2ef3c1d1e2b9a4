package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.time.Instant;
import java.util.List;

/**
 * A backend that is only read, for the last pass of a copy: every write throws {@link ReadOnlyException} and reaches
 * nothing, and a sweep removes nothing.
 */
public final class ReadOnlyStorage implements Storage {

    private final Storage storage;

    /** @param storage what is read; closed with this */
    public ReadOnlyStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Installations installations() {
        return new ReadOnlyInstallations(storage.installations());
    }

    @Override
    public Settings settings() {
        return new ReadOnlySettings(storage.settings());
    }

    @Override
    public Links links() {
        return new ReadOnlyLinks(storage.links());
    }

    @Override
    public Archive archive() {
        return storage.archive();
    }

    /** A key that is missing is minted even so: it is no tenant's, and without it no secret setting could be served. */
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

    /** @throws ReadOnlyException if anything is left to do */
    @Override
    public List<String> prepare() {
        if (storage.isPrepared()) {
            return List.of();
        }
        throw new ReadOnlyException();
    }

    @Override
    public List<String> risks() {
        return storage.risks();
    }

    @Override
    public void sweep(Instant mintedBefore) {}

    @Override
    public void close() {
        storage.close();
    }
}

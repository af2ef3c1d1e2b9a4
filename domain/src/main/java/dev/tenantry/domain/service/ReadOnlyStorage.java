package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.port.out.ForwardingStorage;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.time.Instant;
import java.util.List;

/**
 * A backend that is only read, for the last pass of a copy: every write throws {@link ReadOnlyException} and reaches
 * nothing, and a sweep removes nothing. A server key that is missing is minted even so: it is no tenant's, and without it no
 * secret setting could be served.
 */
public final class ReadOnlyStorage extends ForwardingStorage {

    /** @param storage what is read; closed with this */
    public ReadOnlyStorage(Storage storage) {
        super(storage);
    }

    @Override
    public Installations installations() {
        return new ReadOnlyInstallations(super.installations());
    }

    @Override
    public Settings settings() {
        return new ReadOnlySettings(super.settings());
    }

    @Override
    public Links links() {
        return new ReadOnlyLinks(super.links());
    }

    /** @throws ReadOnlyException if anything is left to do */
    @Override
    public List<String> prepare() {
        if (isPrepared()) {
            return List.of();
        }
        throw new ReadOnlyException();
    }

    @Override
    public void sweep(Instant mintedBefore) {}
}

package dev.tenantry.domain.testkit;

import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;

/** The reference backend: it passes the same kit as the real ones, so that tests of the rules may stand on it. */
public final class InMemoryStorage implements Storage {

    private final InMemoryTenants tenants = new InMemoryTenants();
    private final Settings settings = new InMemorySettings(tenants);
    private final Links links = new InMemoryLinks(tenants);
    private final Archive archive = new InMemoryArchive(tenants);
    private final ServerKeys serverKeys = new InMemoryServerKeys();

    @Override
    public Installations installations() {
        return tenants;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public ServerKeys serverKeys() {
        return serverKeys;
    }

    @Override
    public void ping() {}

    @Override
    public boolean isPrepared() {
        return true;
    }

    @Override
    public List<String> prepare() {
        return List.of();
    }

    @Override
    public void close() {}
}

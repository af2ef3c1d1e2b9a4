package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import java.util.Optional;

/** A sound store in which one tenant and one setting cannot be read. */
record UnreadableStorage(Storage sound, String tenant, String setting) implements Storage {

    @Override
    public Archive archive() {
        return new Archive() {
            @Override
            public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
                return spoil(sound.archive().tenants(after, limit), tenant);
            }

            @Override
            public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
                return spoil(sound.archive().settings(life, after, limit), setting);
            }
        };
    }

    private static <T> List<Archive.Row<T>> spoil(List<Archive.Row<T>> rows, String name) {
        return rows.stream()
                .map(row -> row.name().equals(name) ? new Archive.Row<T>(name, Optional.empty()) : row)
                .toList();
    }

    @Override
    public Installations installations() {
        return sound.installations();
    }

    @Override
    public Settings settings() {
        return sound.settings();
    }

    @Override
    public Links links() {
        return sound.links();
    }

    @Override
    public ServerKeys serverKeys() {
        return sound.serverKeys();
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

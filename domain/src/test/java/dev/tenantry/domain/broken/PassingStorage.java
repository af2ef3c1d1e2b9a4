package dev.tenantry.domain.broken;

import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;

/** The ports that make a store. */
record PassingStorage(
        Installations installations, Settings settings, Links links, Archive archive, ServerKeys serverKeys)
        implements Storage {

    static Storage with(Installations broken, Storage sound) {
        return new PassingStorage(broken, sound.settings(), sound.links(), sound.archive(), sound.serverKeys());
    }

    static Storage with(Settings broken, Storage sound) {
        return new PassingStorage(sound.installations(), broken, sound.links(), sound.archive(), sound.serverKeys());
    }

    static Storage with(Links broken, Storage sound) {
        return new PassingStorage(sound.installations(), sound.settings(), broken, sound.archive(), sound.serverKeys());
    }

    static Storage with(Archive broken, Storage sound) {
        return new PassingStorage(sound.installations(), sound.settings(), sound.links(), broken, sound.serverKeys());
    }

    static Storage with(ServerKeys broken, Storage sound) {
        return new PassingStorage(sound.installations(), sound.settings(), sound.links(), sound.archive(), broken);
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

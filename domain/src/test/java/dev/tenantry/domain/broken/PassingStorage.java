package dev.tenantry.domain.broken;

import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;

/** Four ports that make a store. */
record PassingStorage(Installations installations, Settings settings, Links links, Archive archive) implements Storage {

    static Storage with(Installations broken, Storage sound) {
        return new PassingStorage(broken, sound.settings(), sound.links(), sound.archive());
    }

    static Storage with(Settings broken, Storage sound) {
        return new PassingStorage(sound.installations(), broken, sound.links(), sound.archive());
    }

    static Storage with(Links broken, Storage sound) {
        return new PassingStorage(sound.installations(), sound.settings(), broken, sound.archive());
    }

    static Storage with(Archive broken, Storage sound) {
        return new PassingStorage(sound.installations(), sound.settings(), sound.links(), broken);
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

package dev.tenantry.domain.broken;

import dev.tenantry.domain.port.out.ForwardingSettings;
import dev.tenantry.domain.port.out.Settings;

/** Passes everything on; what is to be broken overrides it. */
class PassingSettings extends ForwardingSettings {

    final Settings sound;

    PassingSettings(Settings sound) {
        super(sound);
        this.sound = sound;
    }
}

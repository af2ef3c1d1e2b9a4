package dev.tenantry.app.command;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Storage;

/** A tenant that an operator named. */
final class NamedTenant {

    private NamedTenant() {}

    /**
     * Returns the record of one that has settings, whatever its status.
     *
     * @param name its id or one of its aliases
     * @throws IllegalArgumentException if there is no such tenant, or its settings were dropped
     */
    static TenantRecord record(Storage storage, String name) {
        var id = new TenantId(name);
        return storage.installations()
                .find(id)
                .or(() -> storage.links().resolve(new Alias(name)).flatMap(storage.installations()::find))
                .filter(record -> record.life().isPresent())
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no tenant with settings that is called " + name));
    }
}

package dev.tenantry.app;

import static dev.tenantry.domain.testkit.Fixtures.setting;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import java.util.Optional;

/** Puts tenants into a store, past the callbacks. */
final class SeededStore {

    private SeededStore() {}

    /** Writes the tenant with one setting, {@code greeting}. */
    static void install(Storage storage, TenantRecord tenant) {
        var seeds = List.of(setting("greeting", "\"hello\""));
        if (!storage.installations()
                .commit(new Commit(tenant.id(), Optional.empty(), Optional.of(tenant), Optional.empty(), seeds))) {
            throw new IllegalStateException("the tenant is there already");
        }
    }
}

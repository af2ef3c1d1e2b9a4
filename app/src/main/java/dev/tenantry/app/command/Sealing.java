package dev.tenantry.app.command;

import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.encryption.Keyset;
import dev.tenantry.app.encryption.SealedStorage;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Storage;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a configuration wants secrets to be stored.
 *
 * @param keyset what seals them; empty if nothing does
 * @param secretive which settings have secrets
 */
public record Sealing(Optional<Keyset> keyset, Predicate<SettingKey> secretive) {

    /**
     * Reads the keyset.
     *
     * @throws IllegalArgumentException if there is none where the configuration says
     */
    public static Sealing of(TenantryConfiguration configuration) {
        var declared = configuration.settings().toDeclared(new JsonSchemas());
        return new Sealing(
                configuration.encryption().toKeyset(),
                key -> declared.secretive(key).isPresent());
    }

    Storage over(Storage storage) {
        return new SealedStorage(storage, keyset, secretive);
    }
}

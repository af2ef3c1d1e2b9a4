package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.ForwardingStorage;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A backend that never sees a secret. The secrets of records are sealed before they reach it, and so is every value of a
 * setting that is declared to have secrets; both are unsealed when they are read. What it holds in the clear is read as
 * well, and is sealed with the next change.
 *
 * <p>Stored is {@code tenantry:sealed:v1:<base64url>} for a secret and {@code {"$sealed":"tenantry:sealed:v1:<base64url>"}}
 * for a value. Each seal is bound to its tenant and to the name of the secret or the key of the setting, and not to the
 * incarnation: settings keep their stored form when only the record changes.
 *
 * <p>What cannot be unsealed is a {@link StorageException} that names the tenant, wherever that one is asked for by name;
 * lists of tenants pass over it, and the archive shows it as a row without content.
 *
 * <p>Without a keyset everything is stored as it is, and what somebody sealed is refused: nobody may take it for a secret.
 * Server keys lie in the clear: with one, guesses at a value can be compared with tags, which are not stored.
 */
public final class SealedStorage extends ForwardingStorage {

    private final SealedRecords records;
    private final SealedValues values;

    /**
     * @param storage the backend; closed with this
     * @param keyset what seals, or empty if nothing is to be sealed
     * @param secretive which settings are declared to have secrets
     */
    public SealedStorage(Storage storage, Optional<Keyset> keyset, Predicate<SettingKey> secretive) {
        super(storage);
        var sealer = keyset.<Sealer>map(KeysetSealer::new).orElseGet(NoKeyset::new);
        this.records = new SealedRecords(sealer);
        this.values = new SealedValues(sealer, secretive);
    }

    @Override
    public Installations installations() {
        return new SealedInstallations(super.installations(), records, values);
    }

    @Override
    public Settings settings() {
        return new SealedSettings(super.settings(), values);
    }

    @Override
    public Archive archive() {
        return new SealedArchive(super.archive(), records, values);
    }
}

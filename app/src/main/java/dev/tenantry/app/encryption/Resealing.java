package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.util.function.Predicate;

/**
 * From the way in which secrets were stored to the one in which they should be.
 *
 * @param from what can unseal
 * @param to what the result is to be current for
 * @param secretive which settings have secrets
 */
record Resealing(Sealer from, Sealer to, Predicate<SettingKey> secretive) {

    /**
     * Returns the record as it should be stored, which is the same record if it is. What only lies there as long as it is
     * sealed, the tokens of Forge installations, does not stay in the clear.
     *
     * @throws StorageException if a secret cannot be unsealed
     */
    TenantRecord apply(TenantRecord stored) {
        var kept = to.leavesPlain() ? stored.with(stored.lifecycle().withoutTokens()) : stored;
        return SealedRecords.change(kept, (slot, text, place) -> apply(text, place));
    }

    /**
     * Returns the setting as it should be stored, which is the same setting if it is.
     *
     * @throws StorageException if its value cannot be unsealed
     */
    Setting apply(TenantId tenant, Setting stored) {
        return concerns(tenant, stored)
                ? SealedValues.with(stored, apply(stored.value().text(), Place.of(tenant, stored.key())))
                : stored;
    }

    /** Returns whether a setting is, or should be, sealed. */
    boolean concerns(TenantId tenant, Setting stored) {
        return new SealedValues(from, secretive).concerns(tenant, stored);
    }

    private String apply(String text, Place place) {
        return to.isCurrent(text, place) ? text : to.seal(from.unseal(text, place), place);
    }
}

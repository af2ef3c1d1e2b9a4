package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;

/** Seals nothing, and takes nothing for a secret that is a sealed one. */
record NoKeyset() implements Sealer {

    /** A text that looks sealed could not be told from one that is. */
    @Override
    public String seal(String plain, Place place) {
        if (place.isSealed(plain)) {
            throw new StorageException(place + " begins as only sealed ones do, and there is no encryption.keyset");
        }
        return plain;
    }

    @Override
    public String unseal(String stored, Place place) {
        if (place.isSealed(stored)) {
            throw new StorageException(place + " is sealed, and there is no encryption.keyset");
        }
        return stored;
    }

    @Override
    public boolean isCurrent(String stored, Place place) {
        return !place.isSealed(stored);
    }

    @Override
    public boolean leavesPlain() {
        return true;
    }
}

package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;

/** Turns a secret into what is stored of it, and back. Safe for use by many threads. */
interface Sealer {

    /**
     * Returns what to store of a secret.
     *
     * @throws StorageException if nobody could read it back
     */
    String seal(String plain, Place place);

    /**
     * Returns the secret. What is stored in the clear is one already.
     *
     * @throws StorageException if it is sealed and cannot be unsealed; names the place and quotes nothing
     */
    String unseal(String stored, Place place);

    /** Returns whether {@link #seal} could do no better than what is stored. */
    boolean isCurrent(String stored, Place place);

    /** Returns whether secrets are stored as they are. */
    boolean leavesPlain();
}

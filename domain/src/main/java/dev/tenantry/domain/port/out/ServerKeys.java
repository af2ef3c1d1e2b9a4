package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.ServerKey;

/**
 * The keys that all servers on one database share. None is ever replaced or removed. Throws {@link StorageException} if the
 * backend fails. Safe for use by many threads.
 */
public interface ServerKeys {

    /**
     * Returns the key of this name, which is the candidate if there was none: of those that ask at the same moment, all get
     * the one that is stored.
     *
     * @param name what the key is for, 1 to 64 of {@code a} to {@code z}, {@code 0} to {@code 9} and {@code -}
     * @param candidate a new key
     */
    ServerKey findOrCreate(String name, ServerKey candidate);
}

package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import java.time.Instant;
import java.util.List;

/**
 * One open backend.
 *
 * <p>Safe for use by many threads. Driver failures become {@link StorageException}, and no call outlives the configured
 * timeout.
 */
public interface Storage extends AutoCloseable {

    /** Returns the tenants. */
    Installations installations();

    /** Returns the tenants' settings. */
    Settings settings();

    /** Returns the tenants' other names. */
    Links links();

    /** Returns everything, for those who carry it elsewhere. */
    Archive archive();
    /** Returns the keys that all servers on this backend share. */
    ServerKeys serverKeys();

    /** Returns if the backend answers, and throws {@link StorageException} if it does not. */
    void ping();

    /** Returns whether {@link #prepare} has nothing left to do. */
    boolean isPrepared();

    /**
     * Creates or upgrades what the backend needs; safe to repeat, and safe when several servers do it at once.
     *
     * @return what was done, one sentence each, fit for an operator; empty if nothing was left to do
     */
    List<String> prepare();

    /**
     * Returns how the backend, as it is configured now, may lose data whose writing was acknowledged, one sentence each, fit
     * for an operator; empty if it may not, or cannot tell.
     */
    default List<String> risks() {
        return List.of();
    }

    /**
     * Removes settings that a crash left to an incarnation that no record names. They are invisible already; this gives
     * their space back. Where record and settings change together there are none, and nothing happens.
     *
     * @param mintedBefore incarnations minted later stay, because their record may be about to be written
     */
    default void sweep(Instant mintedBefore) {}

    /** Gives back all connections; a second call does nothing. */
    @Override
    void close();
}

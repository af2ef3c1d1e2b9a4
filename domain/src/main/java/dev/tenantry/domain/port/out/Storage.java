package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
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

    /** Gives back all connections; a second call does nothing. */
    @Override
    void close();
}

package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;

/**
 * Copies the settings of one tenant into the hosted key-value store of its Forge installation.
 *
 * <p>A life that is over has no settings, so whoever calls must see to it that it is not over by the end. The source is only
 * read. Nothing is ever removed from the store, and no key but those of the settings is looked at. Not safe for use by many
 * threads.
 */
public interface ExportToForge {

    /**
     * Writes what differs, and then reads all of it back and names every difference, and the tenant if its settings became
     * more or fewer in between. After a failure, or after a change of the source, the next call goes on.
     *
     * @throws HostUnavailableException if the store fails
     * @throws StorageException if the source fails
     */
    void export(Life life, MoveReport report);

    /** Writes nothing, and names every setting that the store does not hold as it is; throws as {@link #export} does. */
    void verify(Life life, MoveReport report);
}

package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.service.ReadOnlyStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the backend for work: prepared, or not at all. */
public final class OpenStorage {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStorage.class);

    private OpenStorage() {}

    /**
     * Opens the backend of a configuration. An embedded one is prepared on the way, because nobody else could; any other
     * must have been prepared by its operator, who may want to choose the moment. One that is to be read only is never
     * prepared here, and refuses every write. Secrets are sealed as the configuration says.
     *
     * @throws StorageException if the backend is out of reach or not prepared
     * @throws IllegalArgumentException if there is no keyset where the configuration says
     */
    public static Storage prepared(TenantryConfiguration configuration) {
        return prepared(configuration.storage(), Sealing.of(configuration));
    }

    /**
     * Opens a backend beside that of the configuration, as {@link #prepared(TenantryConfiguration)} does.
     *
     * @throws StorageException if the backend is out of reach or not prepared
     */
    public static Storage prepared(StorageFactory factory, Sealing sealing) {
        return prepared(factory, factory.open(), sealing);
    }

    /** Makes of an open backend what {@link #prepared(StorageFactory, Sealing)} returns, or closes it. */
    public static Storage prepared(StorageFactory factory, Storage open, Sealing sealing) {
        var storage = sealing.over(requirePrepared(factory, open));
        return factory.isReadOnly() ? new ReadOnlyStorage(storage) : storage;
    }

    /** Opens a backend for writing whose secrets are seen as they are stored. */
    static Storage sealed(StorageFactory factory) {
        requireWritable(factory);
        return requirePrepared(factory, factory.open());
    }

    private static Storage requirePrepared(StorageFactory factory, Storage storage) {
        try {
            if (factory.isEmbedded() && !factory.isReadOnly()) {
                storage.prepare().forEach(LOG::info);
            } else if (!storage.isPrepared()) {
                throw new StorageException(remedy(factory));
            }
            return storage;
        } catch (StorageException failure) {
            storage.close();
            throw failure;
        }
    }

    /**
     * Checks that a command may write.
     *
     * @throws StorageException if the operator wants the backend to be read only
     */
    static void requireWritable(StorageFactory factory) {
        if (factory.isReadOnly()) {
            throw new StorageException("storage.readOnly is true, and this command writes");
        }
    }

    private static String remedy(StorageFactory factory) {
        return "the database is not prepared; run once"
                + (factory.isReadOnly() ? ", with storage.readOnly false" : "")
                + ": java -jar tenantry.jar prepare config.yml";
    }

    /**
     * Opens a backend that is not to be changed.
     *
     * @param role what it is to the command, for the complaint
     * @throws StorageException if the backend is out of reach or not prepared
     * @throws IllegalArgumentException if there is no keyset where the configuration says
     */
    static Storage asItIs(TenantryConfiguration configuration, String role) {
        var sealing = Sealing.of(configuration);
        var storage = configuration.storage().open();
        try {
            if (!storage.isPrepared()) {
                throw new StorageException("the " + role + " is not prepared; if it is the right database, run once:"
                        + " java -jar tenantry.jar prepare with its configuration");
            }
            return sealing.over(storage);
        } catch (StorageException failure) {
            storage.close();
            throw failure;
        }
    }
}

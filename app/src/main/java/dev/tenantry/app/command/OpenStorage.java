package dev.tenantry.app.command;

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
     * Opens a backend. An embedded one is prepared on the way, because nobody else could; any other must have been
     * prepared by its operator, who may want to choose the moment. One that is to be read only is never prepared here, and
     * refuses every write.
     *
     * @throws StorageException if the backend is out of reach or not prepared
     */
    public static Storage prepared(StorageFactory factory) {
        return prepared(factory, factory.open());
    }

    /** Makes of an open backend what {@link #prepared(StorageFactory)} returns, or closes it. */
    public static Storage prepared(StorageFactory factory, Storage storage) {
        try {
            if (factory.isEmbedded() && !factory.isReadOnly()) {
                storage.prepare().forEach(LOG::info);
            } else if (!storage.isPrepared()) {
                throw new StorageException(remedy(factory));
            }
            return factory.isReadOnly() ? new ReadOnlyStorage(storage) : storage;
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
     */
    static Storage asItIs(StorageFactory factory, String role) {
        var storage = factory.open();
        try {
            if (!storage.isPrepared()) {
                throw new StorageException("the " + role + " is not prepared; if it is the right database, run once:"
                        + " java -jar tenantry.jar prepare with its configuration");
            }
            return storage;
        } catch (StorageException failure) {
            storage.close();
            throw failure;
        }
    }
}

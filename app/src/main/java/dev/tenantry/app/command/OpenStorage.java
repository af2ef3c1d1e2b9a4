package dev.tenantry.app.command;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the backend for work: prepared, or not at all. */
public final class OpenStorage {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStorage.class);

    private OpenStorage() {}

    /**
     * Opens a backend. An embedded one is prepared on the way, because nobody else could; any other must have been
     * prepared by its operator, who may want to choose the moment.
     *
     * @throws StorageException if the backend is out of reach or not prepared
     */
    public static Storage prepared(StorageFactory factory) {
        var storage = factory.open();
        try {
            if (factory.isEmbedded()) {
                storage.prepare().forEach(LOG::info);
            } else if (!storage.isPrepared()) {
                throw new StorageException(
                        "the database is not prepared; run once: java -jar tenantry.jar prepare config.yml");
            }
            return storage;
        } catch (StorageException failure) {
            storage.close();
            throw failure;
        }
    }
}

package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.StorageUnderTest;
import org.junit.jupiter.api.AfterEach;

/** A test on one database, which is closed after it. */
interface OnDatabase extends StorageUnderTest {

    Database database();

    @Override
    default Storage storage() {
        return database().storage();
    }

    /** Returns the URL under which {@link Raw} finds the same database and may quote names by double quotes. */
    default String url() {
        return database().url();
    }

    @AfterEach
    default void close() {
        database().close();
    }
}

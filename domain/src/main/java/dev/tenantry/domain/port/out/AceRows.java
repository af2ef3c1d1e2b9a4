package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What atlassian-connect-express (ACE) keeps in a database, as it lies there: nobody has looked yet whether names and
 * values make sense. Nothing here changes it.
 */
public interface AceRows extends AutoCloseable {

    /**
     * Hands over the rows of all tenants, one tenant after the other; never more than one, and a few of its values, is in
     * memory.
     *
     * @throws StorageException if the database fails
     */
    void read(Sink sink);

    /** Gives back all connections. */
    @Override
    void close();

    /**
     * One value.
     *
     * @param key its name
     * @param value what should be JSON; empty for what ACE reads as null
     */
    record Row(String key, Optional<String> value) {}

    /** Takes the rows. */
    interface Sink extends Remarks {

        /**
         * One clientKey.
         *
         * @param rows each key once, {@code clientInfo} first if there is one; useless after the call, and need not be read
         *     to the end
         * @param aliases the Forge installations that belong to it
         */
        void tenant(String clientKey, Iterator<Row> rows, List<String> aliases);
    }
}
